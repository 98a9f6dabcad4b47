import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible, expectWhole } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

const stamp = Date.now() % 1_000_000;
const drawer = (page: Page) => page.getByRole('dialog').last();
/** Currencies of this journey's own: nobody else's sums change. */
const told = 'ISK';
const untold = 'BHD';

async function send(page: Page, method: string, path: string, data: unknown) {
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  const answer = await page.request.fetch(path, { method, data, headers: { 'X-XSRF-TOKEN': token } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? null : answer.json();
}

test('a rate is told, a deal takes it, and both currencies stand side by side', async ({ page }) => {
  await become(page, 'operations');
  const heard = complaints(page);
  await expectWhole(page, '/rates');
  await page.goto('/rates?create=1');
  await drawer(page).getByLabel('币种').fill(told);
  await page.locator('.ant-select-item-option').filter({ hasText: told }).click();
  await drawer(page).getByLabel(/^折合/).fill('0.05');
  await expectAccessible(page);
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存汇率')).toBeVisible();
  await expect(page.getByRole('cell', { name: '0.05' }).first()).toBeVisible();

  const deal = await send(page, 'POST', '/api/opportunities', { name: `冰岛项目${stamp}`, currency: told, amount: 10_000 });
  await page.goto(`/opportunities/${deal.id}`);
  await expect(page.getByText('≈ ¥500.00')).toBeVisible();
  await expect(page.getByText(/汇率 0\.05/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '编辑' }).first().click();
  await drawer(page).getByLabel('金额').first().fill('20000');
  await expect(drawer(page).getByText('≈ ¥1,000.00')).toBeVisible();
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('≈ ¥1,000.00').first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('in English, on a phone: without a rate it says so, and takes one when there is one', async ({ page }) => {
  await become(page, 'operations', 'en');
  await page.setViewportSize({ width: 390, height: 844 });
  const heard = complaints(page);
  await expectWhole(page, '/rates');
  const deal = await send(page, 'POST', '/api/opportunities', { name: `Bahrain ${stamp}`, currency: untold, amount: 100 });
  await page.goto(`/opportunities/${deal.id}`);
  await expect(page.getByText('No rate yet: not converted').first()).toBeVisible();
  const filter = encodeURIComponent(JSON.stringify({ column: 'rateMissing', operator: 'IS', values: ['true'] }));
  const missing = await (await page.request.get(`/api/lists/opportunities/rows?filter=${filter}`)).json();
  expect(missing.rows.map((row: { id: string }) => row.id)).toContain(deal.id);
  const { id: rate } = await send(page, 'POST', '/api/rates', { currency: untold, from: '2020-01-01', rate: 19.1 });
  await page.getByRole('button', { name: 'Take rate' }).first().click();
  await expect(page.getByText('≈ ¥1,910.00').first()).toBeVisible();
  await expectAccessible(page);
  await send(page, 'DELETE', `/api/rates/${rate}`, undefined);
  await send(page, 'DELETE', `/api/opportunities/${deal.id}`, undefined);
  expect(heard).toEqual([]);
});
