import { expect, test, type Page } from '@playwright/test';
import { complaints, expectWhole } from '../support/healthy.ts';
import { setupToken, spare, startSpare } from '../support/servers.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ baseURL: spare.url, locale: 'en-US' });
test.setTimeout(300_000);

let stop: (() => Promise<void>) | null = null;
test.afterEach(async () => {
  await stop?.();
  stop = null;
});

/** Where the company's own words are kept in both languages, side by side. */
const bilingual = ['/company'];

/** Nothing Chinese but the product's name and the button that leads to the other language. */
async function expectEnglish(page: Page, where: string) {
  const words = await page.evaluate(() => document.body.innerText);
  const chinese = words.replace(/掌柜|中文/g, '').match(/.*\p{Script=Han}.*/gu) ?? [];
  expect(chinese, where).toEqual([]);
}

async function menuOf(page: Page): Promise<string[]> {
  const menu = page.getByRole('navigation', { name: 'Main navigation' });
  await expect(menu.getByRole('link').first()).toBeVisible();
  return menu.getByRole('link').evaluateAll(links => links.map(link => link.getAttribute('href') ?? '/'));
}

test('a company is set up in English with the demonstration’s data, and its administrator signs in', async ({ page }) => {
  stop = await startSpare();
  await page.goto('/');
  await page.getByText('English', { exact: true }).click();
  await page.getByLabel('Set-up token').fill(setupToken(spare));
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Grace Keeper');
  await page.getByLabel('User name').fill('grace');
  await page.getByLabel('Password').fill('ledger and abacus');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Chinese name').fill('Starter Company');
  await page.getByLabel('English name').fill('Starter Company');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Demo data', { exact: true }).click();
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  const open = page.getByRole('button', { name: /Open Zhanggui/ });
  await expect(open).toBeEnabled({ timeout: 120_000 });
  await open.click();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  // The data are invented, the company is not: nobody signs in to it by a click.
  await page.context().clearCookies();
  await page.goto('/');
  await expect(page.getByLabel('User name')).toBeVisible();
  await expect(page.getByRole('button', { name: /Salesperson|Sales manager|Director/ })).toHaveCount(0);
  const { personas } = (await (await page.request.get('/api/session')).json()) as { personas: unknown[] };
  expect(personas).toEqual([]);
  await expectEnglish(page, 'sign-in');
  await signIn(page, 'grace', 'ledger and abacus');
  const customers = (await (await page.request.get('/api/lists/customers/rows?size=1')).json()) as { total: number };
  expect(customers.total).toBeGreaterThan(50);

  const heard = complaints(page);
  for (const path of await menuOf(page)) {
    await expectWhole(page, path);
    if (!bilingual.includes(path)) await expectEnglish(page, path);
  }
  expect(heard).toEqual([]);
});

test('the English demonstration offers its people and shows English data', async ({ page }) => {
  stop = await startSpare({ ZHANGGUI_DEMO: 'true', ZHANGGUI_DEMO_LANGUAGE: 'en' });
  await page.goto('/');
  await expectEnglish(page, 'sign-in');
  await page.getByRole('button', { name: /Salesperson$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const path of ['/', '/customers', '/opportunities', '/opportunities?layout=kanban', '/tasks', '/reports']) {
    await expectWhole(page, path);
    await expectEnglish(page, path);
  }
});
