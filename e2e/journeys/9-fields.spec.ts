import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

// As for people who asked their device for less motion: what opens has to open for them, too.
test.use({ baseURL: servers.demo.url, contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'serial' });

const drawer = (page: Page) => page.getByRole('dialog').last();
const stamp = Date.now() % 1_000_000;
const shops = `门店数${stamp}`;
const stance = `合作意向${stamp}`;
const company = `春山连锁${stamp}有限公司`;

async function choose(page: Page, label: string, option: string) {
  await drawer(page).getByLabel(label).first().click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).last().click();
}

test('an administrator adds fields to customers', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'administrator');
  await page.goto('/custom-fields');
  await page.getByRole('button', { name: '新增字段' }).first().click();
  await drawer(page).getByLabel('中文名称').fill(shops);
  await drawer(page).getByLabel('英文名称').fill(`Shops ${stamp}`);
  await choose(page, '类型', '数字');
  await drawer(page).getByLabel('默认显示在列表中').check();
  await drawer(page).getByLabel('在列表底部合计').check();
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row').filter({ hasText: shops })).toBeVisible();

  await page.getByRole('button', { name: '新增字段' }).first().click();
  await drawer(page).getByLabel('中文名称').fill(stance);
  await drawer(page).getByLabel('英文名称').fill(`Stance ${stamp}`);
  await choose(page, '类型', '单选');
  await drawer(page).getByRole('button', { name: '新增选项' }).click();
  await drawer(page).getByLabel('中文', { exact: true }).fill('积极');
  await drawer(page).getByLabel('英文', { exact: true }).fill('Keen');
  await drawer(page).getByLabel('默认显示在列表中').check();
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row').filter({ hasText: stance })).toContainText('积极');
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test('a salesperson fills them in, finds and sums by them, and sees what became of them', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto('/customers?create=1');
  await drawer(page).getByLabel('客户名称').fill(company);
  await drawer(page).getByLabel(shops).fill('42');
  await choose(page, stance, '积极');
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
  await expect(page.getByText(shops).first()).toBeVisible();
  await expect(page.getByText('积极').first()).toBeVisible();

  const filter = encodeURIComponent(JSON.stringify({ column: await keyOf(page, shops), operator: 'AT_LEAST', values: ['42'] }));
  await page.goto(`/customers?view=all&filter=${filter}`);
  await expect(page.getByText('共 1 条')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: shops })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: company })).toContainText('42');
  await page.goto(`/customers?view=all&layout=kanban&filter=${filter}`);
  await expect(page.getByTitle(shops, { exact: true })).toHaveText(new RegExp(`^${shops}\\s+42$`));
  await page.goto(`/customers?view=all&filter=${filter}`);

  await page.getByRole('link', { name: company }).first().click();
  await page.getByRole('button', { name: '编辑' }).first().click();
  await drawer(page).getByLabel(shops).fill('43');
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(page.getByText('43', { exact: true }).first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('in English they have their English names', async ({ page }) => {
  await become(page, 'salesperson', 'en');
  const found = (await (await page.request.get(`/api/lists/customers/rows?q=${encodeURIComponent(company)}`)).json()) as {
    rows: { id: string }[];
  };
  await page.goto(`/customers/${found.rows[0]!.id}`);
  await expect(page.getByText(`Shops ${stamp}`).first()).toBeVisible();
  await expect(page.getByText('Keen').first()).toBeVisible();
});

test('a field in use cannot be deleted, but retired', async ({ page }) => {
  await become(page, 'administrator');
  await page.goto('/custom-fields');
  const row = page.getByRole('row').filter({ hasText: shops });
  await row.getByRole('button', { name: `移除：${shops}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(page.getByText(/不能删除/)).toBeVisible();
  for (const name of [shops, stance]) {
    await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name }).first().click();
    await drawer(page).getByLabel(/^停用：/).check();
    await drawer(page).getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('已停用');
  }
  await page.goto('/customers?create=1');
  await expect(drawer(page).getByLabel('客户名称')).toBeVisible();
  await expect(drawer(page).getByLabel(shops)).toHaveCount(0);
});

/** The key of a column by its heading. */
async function keyOf(page: Page, heading: string): Promise<string> {
  const list = (await (await page.request.get('/api/lists/customers')).json()) as {
    columns: { key: string; label: string }[];
  };
  return list.columns.find(({ label }) => label === heading)!.key;
}
