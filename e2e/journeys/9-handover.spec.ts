import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible, expectWhole } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

const stamp = Date.now() % 1_000_000;

async function send(page: Page, method: string, path: string, data: unknown) {
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  const answer = await page.request.fetch(path, { method, data, headers: { 'X-XSRF-TOKEN': token } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

type Named = { id: string; name: string };

/** Somebody new with three customers and a deal; their successors are new too, so that nobody else's work moves. */
async function somebody(page: Page, name: string, customers: number): Promise<Named & { customers: Named[] }> {
  const { id } = await send(page, 'POST', '/api/people', { name });
  const owned: Named[] = [];
  for (let at = 0; at < customers; at++) {
    const called = `${name}的客户${at}`;
    const made = await send(page, 'POST', '/api/customers', { name: called, level: at === 0 ? 'A' : 'B', owner: id });
    owned.push({ id: made.id, name: called });
  }
  return { id, name, customers: owned };
}

async function choose(page: Page, label: string, name: string) {
  await page.getByRole('combobox', { name: label, exact: true }).fill(name);
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: name }).click();
  await page.keyboard.press('Escape');
}

test('what a leaver had in hand is looked at, handed over, and everybody finds out how', async ({ page }) => {
  await become(page, 'operations');
  const leaver = await somebody(page, `离职${stamp}`, 3);
  const [first, second] = [await somebody(page, `接手甲${stamp}`, 0), await somebody(page, `接手乙${stamp}`, 0)];
  const deal = await send(page, 'POST', '/api/opportunities', {
    name: `交接商机${stamp}`,
    customer: leaver.customers[0]!.id,
    currency: 'CNY',
    amount: 120_000,
    expectedClose: '2027-03-31',
    owner: leaver.id,
  });
  const heard = complaints(page);
  await page.goto(`/people/${leaver.id}`);
  await page.getByRole('link', { name: '工作交接' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '新建交接' })).toBeVisible();
  await expect(page.getByRole('region', { name: '客户', exact: true })).toContainText('3');
  await expect(page.getByRole('region', { name: '进行中的商机' })).toContainText('12 万');
  await choose(page, '全部交给', first.name);
  await choose(page, '全部交给', second.name);
  const table = page.getByRole('region', { name: '交接后的结果' });
  await expect(table).toContainText('+2');
  await expect(table).toContainText('+1');
  await expect(table).toContainText('没有可用的账户');
  await expectAccessible(page);
  await page.getByRole('button', { name: '交接 4 条' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '执行交接' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${leaver.name}的交接`);
  await expect(page.getByText('已完成').first()).toBeVisible({ timeout: 30_000 });
  const records = page.getByRole('region', { name: '逐条结果' });
  await expect(records.getByRole('link', { name: leaver.customers[0]!.name })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/opportunities/${deal.id}`);
  await expect(page.getByText('交接说明').first()).toBeVisible();
  await page.goto('/handovers');
  await expect(page.getByText(leaver.name).first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('in English, a part by condition, on a phone', async ({ page }) => {
  await become(page, 'operations');
  const leaver = await somebody(page, `Leaver ${stamp}`, 2);
  const [first, second] = [await somebody(page, `Heir A ${stamp}`, 0), await somebody(page, `Heir B ${stamp}`, 0)];
  await become(page, 'operations', 'en');
  await page.setViewportSize({ width: 390, height: 844 });
  const heard = complaints(page);
  await expectWhole(page, '/handovers/new');
  await expectWhole(page, `/handovers/new?leaver=${leaver.id}`);
  const customers = page.getByRole('region', { name: 'Customers', exact: true });
  await customers.getByRole('button', { name: 'Assign a part by condition' }).click();
  await customers.getByRole('button', { name: /^Filter/ }).click();
  const form = page.getByRole('form');
  await form.getByRole('combobox', { name: 'Field' }).fill('Level');
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: /^Level$/ }).click();
  await form.getByRole('combobox').last().click();
  await page.locator('.ant-select-item-option').filter({ hasText: /^A$/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Apply' }).click();
  const selects = customers.getByRole('combobox');
  await selects.first().fill(first.name);
  await page.locator('.ant-select-item-option').filter({ hasText: first.name }).click();
  await page.keyboard.press('Escape');
  await selects.last().fill(second.name);
  await page.locator('.ant-select-item-option').filter({ hasText: second.name }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'What it comes to' })).toContainText(second.name);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hand over 2 records' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Done').first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  for (const [at, heir] of [first, second].entries()) {
    const customer = await (await page.request.get(`/api/customers/${leaver.customers[at]!.id}`)).json();
    expect((customer.customer ?? customer).owner.name).toBe(heir.name);
  }
  expect(heard).toEqual([]);
});

test('who may not, has no such page', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '交接', exact: true })).toHaveCount(0);
  expect((await page.request.get('/api/lists/handovers/rows')).status()).toBe(403);
});
