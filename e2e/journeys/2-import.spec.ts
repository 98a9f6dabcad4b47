import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { servers } from '../support/servers.ts';

// Real files that are not part of the repository; they lie beside it where the tests have them.
const files = ['../../shared/data', '../../../shared/data']
  .map((folder) => resolve(folder, 'crm-sales-opportunities'))
  .find(existsSync);

test.use({ baseURL: servers.empty.url });
test.setTimeout(600_000);
test.skip(!files, 'shared/data/crm-sales-opportunities is not on this machine');

/** One file through the wizard: upload, decide what is unknown, check, import. */
async function importFile(page: Page, kind: string, file: string, rows: number) {
  await page.goto(`/imports/new?kind=${kind}`);
  await page.locator('input[type=file]').setInputFiles(resolve(files!, file));
  await page.waitForURL(/step=layout/);
  await page.goto(page.url().replace('step=layout', 'step=values'));
  const check = page.getByRole('button', { name: /^检查 .* 行$/ });
  await expect(check).toBeVisible();
  const accept = page.getByRole('button', { name: /^采用全部/ });
  for (let left = await accept.count(); left > 0; left--) await accept.first().click();
  await expect(page.getByText('已保存')).toBeVisible();
  await check.click();
  const go = page.getByRole('button', { name: `导入 ${rows.toLocaleString('zh-CN')} 行` });
  await expect(go).toBeEnabled({ timeout: 180_000 });
  await go.click();
  await expect(page.getByText('导入完成').first()).toBeVisible({ timeout: 180_000 });
}

test('a company comes in from its own files through the wizard', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('ledger and abacus');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  await importFile(page, 'people', 'sales_teams.csv', 35);
  await importFile(page, 'products', 'products.csv', 7);
  await importFile(page, 'customers', 'accounts.csv', 85);
  await importFile(page, 'opportunities', 'sales_pipeline.csv', 8800);

  const total = async (view: string) => {
    const answer = await page.request.get(`/api/lists/opportunities/rows?size=1&filter=${encodeURIComponent(view)}`, {
      timeout: 60_000,
    });
    return ((await answer.json()) as { total: number }).total;
  };
  const outcome = (value: string) => JSON.stringify({ column: 'outcome', operator: 'IS', values: [value] });
  expect(await total('')).toBe(8800);
  expect(await total(outcome('WON'))).toBe(4238);
  expect(await total(outcome('LOST'))).toBe(2473);
});
