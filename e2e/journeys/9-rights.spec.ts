import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

const drawer = (page: Page) => page.getByRole('dialog').last();
const stamp = Date.now() % 1_000_000;
const company = `字段权限${stamp}有限公司`;

/** Chooses how far salespeople go with a field of customers or contacts. */
async function rule(page: Page, label: string, level: string) {
  await page.getByLabel(label, { exact: true }).click();
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await open.locator('.ant-select-item-option').filter({ hasText: level }).click();
  await expect(open).toHaveCount(0);
}

async function openRole(page: Page) {
  await page.goto('/roles');
  await page.getByRole('link', { name: /^销售 \d/ }).click();
  await expect(page.getByRole('heading', { name: '字段权限' })).toBeVisible();
}

const save = async (page: Page) => {
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();
};

let id = '';

type Role = { id: string; code: string; name: string; nameEn: string; version: number; allows: unknown[] };

/** Says anew what the role of salespeople does with fields; the page is an administrator's afterwards. */
async function rules(page: Page, fields: (lists: { list: string; fields: { key: string; levels: string[] }[] }[]) => unknown[]) {
  await page.goto('about:blank');
  await become(page, 'administrator');
  const roles = (await (await page.request.get('/api/roles')).json()) as Role[];
  const { id: role, name, nameEn, allows, version } = roles.find(({ code }) => code === 'salesperson')!;
  const lists = await (await page.request.get('/api/permissions/fields')).json();
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  const put = await page.request.put(`/api/roles/${role}`, {
    data: { name, nameEn, allows, fields: fields(lists), version },
    headers: { 'X-XSRF-TOKEN': token },
  });
  expect(put.status(), await put.text()).toBe(200);
}

test.afterAll(async ({ browser }) => {
  const page = await browser.newPage({ baseURL: servers.demo.url });
  await rules(page, () => []);
  await page.close();
});

test('an administrator closes fields to a role', async ({ page }) => {
  await rules(page, () => []);
  await become(page, 'salesperson');
  const heard = complaints(page);
  await page.goto('/customers?create=1');
  await drawer(page).getByLabel('客户名称').fill(company);
  await drawer(page).getByLabel('电话').fill('021-5555 1234');
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
  await expect(page.getByText('+862155551234').first()).toBeVisible();
  id = page.url().split('/').pop()!.split('?')[0]!;

  await page.goto('about:blank');
  await become(page, 'administrator');
  await openRole(page);
  await page.locator('summary').filter({ hasText: /^客户/ }).click();
  await rule(page, '客户 · 电话', '掩码');
  await rule(page, '客户 · 行业', '隐藏');
  await rule(page, '客户 · 级别', '只读');
  await expectAccessible(page);
  await save(page);
  expect(heard).toEqual([]);
});

test('a salesperson sees masks, no hidden fields, and cannot change what is closed', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto(`/customers/${id}`);
  await expect(page.getByText('+862****1234').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '显示完整的电话' })).toBeHidden();
  await expect(page.getByText('行业', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: '编辑' }).first().click();
  await expect(drawer(page).getByLabel('行业')).toBeHidden();
  await expect(drawer(page).getByLabel('电话')).toBeDisabled();
  await expect(drawer(page).getByLabel('级别')).toBeDisabled();
  await drawer(page).getByLabel('客户名称').fill(`${company}甲`);
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${company}甲`);
  await page.goto(`/customers?view=all&q=${encodeURIComponent(company)}`);
  await expect(page.getByRole('row').filter({ hasText: company })).toContainText('+862****1234');
  await expect(page.getByRole('columnheader', { name: '行业' })).toBeHidden();
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test('a check tells who may do what, and why', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'director');
  const me = ((await (await page.request.get('/api/session')).json()) as { me: { id: string } }).me.id;
  await become(page, 'salesperson');
  const seller = ((await (await page.request.get('/api/session')).json()) as { me: { id: string } }).me.id;
  await become(page, 'administrator');
  await page.goto(`/rights?person=${seller}&list=customers&record=${id}`);
  await expect(page.getByRole('heading', { level: 1, name: '权限核查' })).toBeVisible();
  expect(me).not.toBe(seller);
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test('every page opens for somebody from whom much is hidden', async ({ page }) => {
  test.setTimeout(240_000);
  await rules(page, lists =>
    lists.flatMap(({ list, fields }) => fields.map(({ key, levels }) => ({ list, field: key, level: levels[0]! }))),
  );
  await become(page, 'salesperson');
  const heard = complaints(page);
  const first = async (list: string) =>
    ((await (await page.request.get(`/api/lists/${list}/rows?size=1`)).json()) as { rows: { id: string }[] }).rows[0]?.id;
  const paths = ['/', '/customers', '/contacts', '/opportunities', '/opportunities?layout=board', '/activities', '/tasks', '/products'];
  for (const list of ['customers', 'contacts', 'opportunities', 'products']) {
    const found = await first(list);
    if (found) paths.push(`/${list}/${found}`);
  }
  paths.push('/customers?create=1', '/opportunities?create=1');
  for (const path of paths) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expect(page.getByText('这个页面出错了'), path).toBeHidden();
    await expect(page.getByText('undefined'), path).toBeHidden();
    await expect(page.getByText('NaN'), path).toBeHidden();
  }
  await page.goto(`/customers/${id}`);
  await page.getByRole('button', { name: '编辑' }).first().click();
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page)).toBeHidden();
  // Lists are asked by fields nobody of them may ask by any more, and say so; nothing else goes wrong.
  expect(heard.filter(one => !one.endsWith('status of 422 ()'))).toEqual([]);
});
