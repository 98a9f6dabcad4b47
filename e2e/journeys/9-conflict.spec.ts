import { expect, test, type Browser, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become, type Persona } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

const drawer = (page: Page) => page.getByRole('dialog', { name: '编辑客户' });
const merge = (page: Page) => page.getByRole('dialog', { name: '这条记录刚被别人修改' });

async function as(browser: Browser, persona: Persona): Promise<Page> {
  const context = await browser.newContext({ baseURL: servers.demo.url });
  const page = await context.newPage();
  await become(page, persona);
  return page;
}

async function edit(page: Page, customer: string) {
  await page.goto(`/customers/${customer}`);
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await expect(drawer(page)).toBeVisible();
}

const field = (page: Page, name: string) => drawer(page).getByLabel(new RegExp(`^${name}`)).first();

/** A field of the part of the form that is folded while nothing stands in it. */
async function place(page: Page, name: string, value: string) {
  if (!(await field(page, name).isVisible())) await drawer(page).locator('summary', { hasText: '地址' }).click();
  await field(page, name).fill(value);
}
const save = (page: Page) => drawer(page).getByRole('button', { name: '保存', exact: true }).click();

/** A customer of the salesperson, made for this alone. */
async function fresh(page: Page, name: string): Promise<string> {
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')?.value ?? '';
  const made = await page.request.post('/api/customers', {
    data: { name, status: 'POTENTIAL' },
    headers: { 'X-XSRF-TOKEN': token },
  });
  expect(made.status(), await made.text()).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

test('two people who edit one customer hear of each other and put their changes together', async ({ browser }) => {
  const seller = await as(browser, 'salesperson');
  const manager = await as(browser, 'manager');
  const heard = complaints(manager);
  const before = `并行编辑 ${Date.now()}`;
  const customer = await fresh(seller, before);

  await edit(seller, customer);
  await edit(manager, customer);
  await expect(drawer(manager).getByText(/也在编辑这条记录/)).toBeVisible();
  await expect(drawer(seller).getByText(/也在编辑这条记录/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(manager);

  // One changes name and address, the other name and city.
  await field(seller, '客户名称').fill(`${before} 甲`);
  await place(seller, '地址', '一号路 2 号');
  await save(seller);
  await expect(drawer(seller)).toHaveCount(0);

  await field(manager, '客户名称').fill(`${before} 乙`);
  await place(manager, '城市', '苏州');
  await save(manager);
  await expect(merge(manager)).toBeVisible();
  await expectAccessible(manager);
  await expect(merge(manager).getByRole('row', { name: /地址.*2 号.*别人/ })).toBeVisible();
  await expect(merge(manager).getByRole('row', { name: /城市.*苏州.*我/ })).toBeVisible();
  await expect(merge(manager).getByRole('button', { name: '合并后保存' })).toBeDisabled();

  // Back in the form nothing typed is lost.
  await merge(manager).getByRole('button', { name: '返回表单' }).click();
  await expect(field(manager, '客户名称')).toHaveValue(`${before} 乙`);
  await save(manager);
  await merge(manager).getByRole('radio', { name: /我改成/ }).check();

  // Somebody is quicker once more while the choice is made.
  await edit(seller, customer);
  await place(seller, '地址', '一号路 3 号');
  await save(seller);
  await expect(drawer(seller)).toHaveCount(0);
  await merge(manager).getByRole('button', { name: '合并后保存' }).click();
  await expect(merge(manager).getByRole('row', { name: /地址.*3 号.*别人/ })).toBeVisible();
  await merge(manager).getByRole('button', { name: '合并后保存' }).click();
  await expect(merge(manager)).toHaveCount(0);
  await expect(drawer(manager)).toHaveCount(0);

  const now = (await (await manager.request.get(`/api/customers/${customer}`)).json()) as Record<string, string>;
  expect(now['name']).toBe(`${before} 乙`);
  expect(now['address']).toBe('一号路 3 号');
  expect(now['city']).toBe('苏州');
  // The browser itself writes down answers of 409.
  expect(heard.filter(one => !/409/.test(one))).toEqual([]);
  await seller.context().close();
  await manager.context().close();
});

test('who closes the form is gone', async ({ browser }) => {
  const seller = await as(browser, 'salesperson');
  const manager = await as(browser, 'manager');
  const customer = await fresh(seller, `来了又走 ${Date.now()}`);
  await edit(seller, customer);
  await edit(manager, customer);
  await expect(drawer(manager).getByText(/也在编辑这条记录/)).toBeVisible();
  await drawer(seller).getByRole('button', { name: '取消' }).click();
  await expect(drawer(manager).getByText(/也在编辑这条记录/)).toHaveCount(0, { timeout: 40_000 });
  await seller.context().close();
  await manager.context().close();
});
