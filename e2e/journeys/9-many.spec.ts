import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

const stamp = Date.now() % 1_000_000;
const name = (of: string) => `多条${stamp}${of}`;
const dialog = (page: Page) => page.getByRole('dialog').last();
const row = (page: Page, of: string) => page.getByRole('row').filter({ hasText: name(of) });
const list = `/customers?view=all&q=${encodeURIComponent(`多条${stamp}`)}&columns=name,city,level,tags,owner`;

async function make(page: Page, path: string, data: object) {
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  const answer = await page.request.post(path, { data, headers: { 'X-XSRF-TOKEN': token } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as { id: string };
}

const pick = (page: Page, of: string) => row(page, of).getByRole('checkbox').check();
const choose = (page: Page, text: string) =>
  page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: text }).first().click();

test('a field is changed where it stands', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'operations');
  for (const of of ['甲', '乙', '丙']) await make(page, '/api/customers', { name: name(of), city: '苏州' });
  await page.goto(list);
  await row(page, '甲').hover();
  await row(page, '甲').getByRole('button', { name: '编辑 城市' }).click();
  await page.getByRole('textbox', { name: '城市' }).fill('无锡');
  await page.keyboard.press('Enter');
  await expect(row(page, '甲')).toContainText('无锡');
  await row(page, '甲').getByRole('button', { name: '编辑 级别' }).click();
  await choose(page, 'A');
  await expect(row(page, '甲').getByRole('cell').nth(3)).toHaveText('A 级');

  // What cannot be is said where it was typed, and Escape leaves everything as it was.
  await row(page, '乙').getByRole('button', { name: '编辑 客户名称' }).click();
  await page.getByRole('textbox', { name: '客户名称' }).fill(' ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('必填');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(row(page, '乙')).toContainText(name('乙'));
  expect(heard.filter(one => !one.includes('422'))).toEqual([]);
});

test('somebody else’s change is not overwritten', async ({ page }) => {
  await become(page, 'operations');
  await page.goto(list);
  await row(page, '丙').getByRole('button', { name: '编辑 城市' }).click();
  const rows = await page.request.get(`/api/lists/customers/rows?q=${encodeURIComponent(name('丙'))}`);
  const { id } = ((await rows.json()) as { rows: { id: string }[] }).rows[0]!;
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  await page.request.patch(`/api/records/customers/${id}`, {
    data: { values: { city: '常州' }, was: { city: '苏州' } },
    headers: { 'X-XSRF-TOKEN': token },
  });
  await page.getByRole('textbox', { name: '城市' }).fill('镇江');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('刚被别人修改');
});

test('many are changed at once, with a result for each', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'operations');
  await page.goto(list);
  for (const of of ['甲', '乙', '丙']) await pick(page, of);
  await page.getByRole('button', { name: '批量修改' }).click();
  await dialog(page).getByLabel('要修改的字段').click();
  await choose(page, '级别');
  await dialog(page).getByRole('combobox', { name: '级别' }).click();
  await choose(page, 'B');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '修改 3 条' }).click();
  await expect(dialog(page).getByRole('status').filter({ hasText: '已完成 3' })).toBeVisible({ timeout: 30_000 });
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  for (const of of ['甲', '乙', '丙']) await expect(row(page, of).getByRole('cell').nth(3)).toHaveText('B 级');
  expect(heard).toEqual([]);
});

test('what was deleted comes back out of the bin', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'operations');
  const held = await make(page, '/api/customers', { name: name('留') });
  await make(page, '/api/opportunities', { name: name('商机'), customer: held.id });
  await page.goto(list);
  await pick(page, '丙');
  await pick(page, '留');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await dialog(page).getByRole('button', { name: '删除', exact: true }).click();
  await expect(dialog(page).getByRole('status').filter({ hasText: '已完成 1' })).toBeVisible({ timeout: 30_000 });
  await expect(dialog(page).getByRole('row').filter({ hasText: name('留') })).toContainText('商机');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  await expect(row(page, '丙')).toHaveCount(0);

  await page.goto('/bin?view=mine');
  await row(page, '丙').getByRole('link').first().click();
  await expect(dialog(page)).toContainText('之后自动彻底删除');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '恢复' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name('丙'));
  expect(heard).toEqual([]);
});

test('two customers are made one, and two again', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'operations');
  await page.goto(list);
  await pick(page, '甲');
  await pick(page, '乙');
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await expect(dialog(page).getByRole('row').filter({ hasText: '城市' })).toContainText('无锡');
  await expectAccessible(page);
  await dialog(page).getByRole('radio', { name: new RegExp(`${name('乙')}`) }).first().check();
  await dialog(page).getByRole('radio', { name: `城市: ${name('甲')}` }).check();
  await dialog(page).getByRole('button', { name: '合并', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name('乙'));
  await expect(page.getByText('无锡').first()).toBeVisible();
  const undo = page.getByRole('button', { name: '撤销' });
  await undo.click();
  await expect(page.getByText('已撤销合并')).toBeVisible();

  // Merged once more, the link of the one leads to the other.
  const of = async (what: string) => {
    const rows = await page.request.get(`/api/lists/customers/rows?q=${encodeURIComponent(name(what))}`);
    return ((await rows.json()) as { rows: { id: string }[] }).rows[0]!.id;
  };
  const [kept, gone] = [await of('乙'), await of('甲')];
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  const post = (path: string, data?: object) => page.request.post(path, { data, headers: { 'X-XSRF-TOKEN': token } });
  const { entry } = (await (await post(`/api/records/customers/${kept}/merge`, { gone })).json()) as { entry: string };
  await page.goto(`/customers/${gone}`);
  await expect(page).toHaveURL(new RegExp(`/customers/${kept}`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name('乙'));
  expect((await post(`/api/bin/${entry}/restore`)).status()).toBe(204);
  await page.goto(list);
  await expect(row(page, '甲')).toContainText('无锡');
  await expect(row(page, '乙')).toContainText('苏州');
  expect(heard.filter(one => !one.includes('404'))).toEqual([]);
});

test('what is there twice is found, and put aside or merged', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'operations');
  const phone = `021-6${String(stamp).padStart(7, '0')}`;
  await make(page, '/api/customers', { name: `${name('双份')}有限公司`, phone });
  await make(page, '/api/customers', { name: `${name('双份')}公司`, phone, evenIfDuplicate: true });
  await page.goto('/duplicates');
  await page.getByRole('button', { name: '查找重复' }).click();
  await dialog(page).getByRole('button', { name: '查找重复' }).click();
  await expect(dialog(page).getByText('已完成')).toBeVisible({ timeout: 60_000 });
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  await page.goto(`/duplicates?columns=first,second,score,reasons&size=200`);
  const pair = page.getByRole('row').filter({ hasText: name('双份') });
  await expect(pair).toContainText('电话');
  await pair.getByRole('link').first().click();
  await expect(dialog(page).getByRole('button', { name: '合并这两条' })).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: '不是重复' }).click();
  await expect(page.getByText('已排除，下次查找不再提示')).toBeVisible();
  await expect(pair).toHaveCount(0);
  await page.getByText('联系人', { exact: true }).last().click();
  await expect(page).toHaveURL(/\/duplicates\/contacts/);
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test('the same in English, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await become(page, 'operations');
  await page.goto('/');
  const token = (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value;
  const speak = (language: string) =>
    page.request.put('/api/me/language', { data: { language }, headers: { 'X-XSRF-TOKEN': token } });
  await speak('en');
  try {
    await page.goto(list);
    await page.reload();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Select' }).click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await dialog(page).getByLabel('Fields to change').click();
    await page.keyboard.type('City');
    await choose(page, 'City');
    await dialog(page).getByRole('textbox', { name: 'City' }).fill('Suzhou');
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: 'Change 1' }).click();
    await expect(dialog(page).getByRole('status').filter({ hasText: '1 done' })).toBeVisible({ timeout: 30_000 });
    await page.goto('/bin');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Recycle bin');
    await expectAccessible(page);
  } finally {
    await speak('zh-CN');
  }
});
