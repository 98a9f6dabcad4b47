import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { servers } from '../support/servers.ts';
import { become, type Tongue } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

/** The README's pictures; `ZHANGGUI_SCREENSHOTS=1` puts them where it shows them from. */
const folder = process.env.ZHANGGUI_SCREENSHOTS ? '../docs/screenshots' : 'test-results/screenshots';

for (const tongue of ['zh-CN', 'en'] satisfies Tongue[]) {
  const language = tongue.slice(0, 2);

  test(`pictures of a desk and a phone, in ${tongue}`, async ({ page }) => {
    const shoot = async (path: string, name: string) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${language}.png`) });
    };
    await become(page, 'manager', tongue);
    await shoot('/', 'home-desk');
    await shoot('/opportunities?layout=kanban', 'board-desk');
    await become(page, 'salesperson', tongue);
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot('/', 'home-phone');
  });
}
