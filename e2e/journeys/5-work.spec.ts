import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

const drawer = (page: Page) => page.getByRole('dialog').last();

/** Makes an opportunity through the API as the one signed in; answers its id. */
async function anOpportunity(page: Page, name: string): Promise<string> {
  const token = (await page.context().cookies()).find(({ name: key }) => key === 'XSRF-TOKEN')?.value ?? '';
  const made = await page.request.post('/api/opportunities', {
    data: { name },
    headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
  });
  expect(made.status(), await made.text()).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

test('one signs in to the demonstration by a click, and is told that it is one', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /销售经理$/ }).click();
  await expect(page.getByText('演示环境，数据均为虚构，请勿录入真实信息。')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('好');
});

test('a salesperson enters a customer, is warned of a known one, and sells to it', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto('/customers?create=1');
  const name = `鹤鸣精密仪器${Date.now() % 100_000}有限公司`;
  await drawer(page).getByLabel('客户名称').fill(name);
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page)).toBeHidden();
  await page.goto('/customers?view=mine');
  await page.getByPlaceholder('搜索客户').fill(name);
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page.getByText('共 1 条')).toBeVisible();
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);

  await page.goto('/customers?create=1');
  await drawer(page).getByLabel('客户名称').fill(name);
  await expect(drawer(page).getByText(name).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/opportunities?create=1');
  await drawer(page).getByLabel('商机名称').fill(`${name}首单`);
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page)).toBeHidden();
  expect(heard).toEqual([]);
});

test('a move asks for what the stage needs; won, reopened, lost with a reason', async ({ page }) => {
  await become(page, 'salesperson');
  const id = await anOpportunity(page, '阶段测试商机');
  await page.goto(`/opportunities/${id}`);
  await page.getByRole('button', { name: '方案报价' }).or(page.getByText('方案报价', { exact: true })).first().click();
  await drawer(page).getByLabel('金额').fill('88000');
  const close = drawer(page).getByLabel('预计成交日期');
  await close.fill('2031-05-20');
  await close.press('Tab');
  await drawer(page).getByRole('button', { name: '保存并进入' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(page.getByText('¥88,000.00').first()).toBeVisible();

  await page.getByRole('button', { name: '赢单' }).first().click();
  await drawer(page).getByRole('button', { name: /保存并进入|赢单/ }).last().click();
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();
  await page.getByRole('button', { name: '重新打开' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click();
  await expect(page.getByRole('button', { name: '输单' })).toBeVisible();

  await page.getByRole('button', { name: '输单' }).click();
  await drawer(page).getByRole('button', { name: /保存并进入|输单/ }).last().click();
  await expect(drawer(page).getByText('请选择输单原因')).toBeVisible();
  await drawer(page).getByLabel('输单原因').click();
  await page.getByTitle('价格').click();
  await drawer(page).getByRole('button', { name: /保存并进入|输单/ }).last().click();
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();
  await page.getByRole('tab', { name: '阶段历程' }).click();
  await expect(page.getByRole('row').filter({ hasText: '方案报价' }).first()).toBeVisible();
});

test('a follow-up with a reminder becomes a task, which is ticked off at home', async ({ page }) => {
  await become(page, 'salesperson');
  const id = await anOpportunity(page, '跟进测试商机');
  await page.goto(`/opportunities/${id}`);
  await page.getByRole('button', { name: '写跟进' }).first().click();
  await drawer(page).getByLabel('内容').fill('电话沟通了交期，客户要样机');
  await drawer(page).getByLabel('下一步').fill('寄样机');
  await drawer(page).getByText('到时提醒我').click();
  await drawer(page).getByRole('button', { name: '今天' }).click();
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(page.getByText('电话沟通了交期，客户要样机').first()).toBeVisible();
  await page.goto('/');
  await page.getByRole('checkbox', { name: /寄样机/ }).first().click();
  await expect(page.getByText('已完成“寄样机”')).toBeVisible();
});

test('a contact is followed up from its own page, and the customer hears of it', async ({ page }) => {
  await become(page, 'salesperson');
  const found = (await (await page.request.get('/api/lists/contacts/rows?size=1')).json()) as {
    rows: { id: string; cells: { customer: { id: string } } }[];
  };
  const { id, cells } = found.rows[0]!;
  await page.goto(`/contacts/${id}`);
  await page.getByRole('button', { name: '写跟进' }).first().click();
  await drawer(page).getByLabel('内容').fill('和联系人单独聊了预算');
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(page.getByText('和联系人单独聊了预算')).toBeVisible();
  await page.goto(`/customers/${cells.customer.id}`);
  await expect(page.getByText('和联系人单独聊了预算')).toBeVisible();
});

test('who saves on an old state is shown the new one, and nothing typed is lost', async ({ page, context }) => {
  await become(page, 'salesperson');
  const id = await anOpportunity(page, '双窗测试商机');
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`/opportunities/${id}`);
    await tab.getByRole('button', { name: '编辑', exact: true }).click();
    await expect(drawer(tab).getByLabel('商机名称')).toHaveValue('双窗测试商机');
  }
  await other.bringToFront();
  await drawer(other).getByLabel('商机名称').fill('别人改过的名称');
  await drawer(other).getByRole('button', { name: '保存' }).click();
  await expect(drawer(other)).toBeHidden();
  await page.bringToFront();
  await drawer(page).getByLabel('商机名称').fill('我改的名称');
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('别人改过的名称').last()).toBeVisible();
  await expect(page.getByText('我改的名称').last()).toBeVisible();
});

test('leaving with something unsaved asks first', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/customers?create=1');
  await drawer(page).getByLabel('客户名称').fill('写到一半');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').filter({ hasText: /未保存|还没有保存|没有保存/ })).toBeVisible();
});

test('the board moves a card by the mouse and shows what the stage asks', async ({ page }) => {
  await become(page, 'salesperson');
  const name = `看板商机${Date.now() % 100_000}`;
  await anOpportunity(page, name);
  await page.goto('/opportunities');
  await page.getByText('看板', { exact: true }).click();
  const card = page.getByRole('article').filter({ hasText: name });
  await expect(card).toBeVisible();
  const column = page.getByRole('listitem', { name: '方案报价' });
  const from = (await card.boundingBox())!;
  const to = (await column.boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 12 });
  await page.mouse.up();
  await expect(drawer(page).getByLabel('金额')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('article[data-dragging=true], [aria-busy=true]')).toHaveCount(0);
  await expectAccessible(page);
});

test('an export holds exactly the rows of the list', async ({ page }) => {
  await become(page, 'manager');
  const filter = encodeURIComponent(JSON.stringify({ column: 'level', operator: 'IS', values: ['A'] }));
  const rows = (await (await page.request.get(`/api/lists/customers/rows?size=1&filter=${filter}`)).json()) as { total: number };
  const csv = await (await page.request.get(`/api/lists/customers/export?format=csv&filter=${filter}&columns=name,level`)).text();
  expect(csv.trim().split('\n')).toHaveLength(rows.total + 1);
});

test('what is out of reach looks like what does not exist', async ({ page }) => {
  await become(page, 'director');
  const all = (await (await page.request.get('/api/lists/customers/rows?size=200')).json()) as { rows: { id: string }[] };
  await become(page, 'salesperson');
  const statuses: number[] = [];
  for (const { id } of all.rows) statuses.push((await page.request.get(`/api/customers/${id}`)).status());
  expect(new Set(statuses)).toEqual(new Set([200, 404]));
  const foreign = all.rows[statuses.indexOf(404)]!.id;
  await page.goto(`/customers/${foreign}`);
  await expect(page.getByText('它可能已被删除，或者不在您的权限范围内。')).toBeVisible();
});

test('the language changes on the spot, with the form still open', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/customers');
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.getByRole('button', { name: 'Switch to English' }).or(page.getByRole('button', { name: 'English' })).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Customers/ })).toBeVisible();
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('today, a customer and a follow-up are at hand', async ({ page }) => {
    await become(page, 'salesperson');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('link', { name: '客户', exact: true }).first().click();
    await page.getByRole('link').filter({ hasText: '公司' }).first().click();
    await page.getByRole('tab', { name: '动态' }).or(page.getByText('动态', { exact: true })).first().click();
    await page.getByRole('button', { name: '写跟进' }).last().click();
    await drawer(page).getByLabel('内容').fill('路上打的电话');
    await drawer(page).getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('路上打的电话').first()).toBeVisible();
  });
});
