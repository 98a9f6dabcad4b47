import { expect, test, type Locator, type Page } from '@playwright/test';
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
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A department of its own with two teams, a head of one, and somebody in it. */
async function department(page: Page, name: string) {
  const unit = async (parentId: string | null, called: string): Promise<string> =>
    (await send(page, 'POST', '/api/organisation/units', { parentId, name: called })).id;
  const top = await unit(null, name);
  const first = await unit(top, `${name}甲组`);
  const second = await unit(top, `${name}乙组`);
  const person = (await send(page, 'POST', '/api/people', { name: `${name}员工` })).id;
  const seat = (
    await send(page, 'POST', '/api/organisation/seats', { unitId: first, title: `${name}岗`, head: false })
  ).id;
  await send(page, 'POST', `/api/organisation/seats/${seat}/occupy`, { personId: person, main: true, move: false });
  return { top, first, second, seat, name };
}

async function drag(page: Page, from: Locator, to: Locator) {
  await to.scrollIntoViewIfNeeded();
  await from.scrollIntoViewIfNeeded();
  const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.mouse.move(a.x + 60, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + 70, a.y + a.height / 2 + 10, { steps: 4 });
  // Where things can be dropped is measured once something is lifted.
  await page.waitForTimeout(200);
  await page.mouse.move(b.x + 60, b.y + b.height / 2, { steps: 10 });
  await page.waitForTimeout(200);
  await page.mouse.up();
}

async function begin(page: Page, name: string, day: string, words: { new: string; name: string; day: string; save: string }) {
  await page.getByRole('button', { name: words.new }).click();
  const form = page.getByRole('dialog');
  // The day first: Enter takes it, and would save a form that is complete.
  await form.getByLabel(words.day).fill(day);
  await page.keyboard.press('Enter');
  await form.getByLabel(words.name, { exact: true }).fill(name);
  await form.getByRole('button', { name: words.save }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(form).toBeHidden();
}
const zh = { new: '新建草案', name: '名称', day: '生效日期', save: '保存' };
const en = { new: 'New draft', name: 'Name', day: 'In force from', save: 'Save' };

test('a draft is drawn up by dragging, looked at, and holds from its day on', async ({ page }) => {
  await become(page, 'operations');
  const own = await department(page, `调整${stamp}`);
  const day = inDays(30);
  // So high that nothing scrolls away from under the mouse.
  await page.setViewportSize({ width: 1440, height: 1400 });
  const heard = complaints(page);
  await page.goto('/organisation');
  await page.getByRole('link', { name: '组织调整草案' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '组织调整草案' })).toBeVisible();
  await begin(page, `明年调整${stamp}`, day, zh);
  await page.goto(`${page.url()}?unit=${own.first}`);
  const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}，`) });
  await expect(row(`${own.name}甲组`)).toBeVisible();

  // Dragged: one team below the other, and the seat with its holder up into the department.
  await drag(page, row(`${own.name}乙组`), row(`${own.name}甲组`));
  const changes = page.getByRole('complementary', { name: '变更数' });
  await expect(changes).toContainText(`把部门“${own.name}乙组”从“${own.name}”移到“${own.name}甲组”下`);
  const panel = page.getByRole('article', { name: `${own.name}甲组` });
  await drag(page, panel.getByText(`${own.name}员工`), row(own.name));
  await expect(changes).toContainText(`把岗位“${own.name}岗”从“${own.name}甲组”移到“${own.name}”`);

  // What cannot be is said at once, and nothing is added.
  await drag(page, row(own.name), row(`${own.name}甲组`));
  await expect(page.getByRole('alert')).toContainText('不能');
  await expect(changes.getByRole('listitem')).toHaveCount(2);

  // In the chart the boxes are dragged; by the menu a unit is made.
  await page.getByText('架构图').click();
  await expect(page.getByRole('region', { name: '架构图' })).toBeVisible();
  await page.getByRole('button', { name: `${own.name}：操作` }).click();
  await page.getByRole('menuitem', { name: '新增下级部门' }).click();
  await page.getByRole('dialog').getByLabel('部门名称').fill(`${own.name}丙组`);
  await page.getByRole('dialog').getByRole('button', { name: '加入草案' }).click();
  await expect(changes.getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page);

  await page.getByRole('button', { name: '查看影响' }).click();
  const effects = page.getByRole('region', { name: '生效后的影响' });
  await expect(effects.getByRole('region', { name: '人员去向' })).toContainText(
    `部门：${own.name}甲组 → ${own.name}`,
  );
  await expect(effects).toContainText(`部门“${own.name}丙组”没有负责人岗位`);
  await expectAccessible(page);

  // Somebody changes the same meanwhile: it is said, and nothing is half applied.
  await send(page, 'PUT', `/api/organisation/units/${own.second}`, {
    parentId: null,
    name: `${own.name}乙组`,
    version: 1,
  });
  await effects.getByRole('button', { name: '使其生效' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '使其生效' }).click();
  await expect(effects.getByRole('alert').last()).toContainText('请重新查看影响');
  await effects.getByRole('button', { name: '重试' }).click();
  await expect(effects).toContainText('已不符合现有组织的变更');
  await expect(effects.getByRole('button', { name: '使其生效' })).toBeDisabled();
  await page.getByText('组织', { exact: true }).last().click();
  await page.getByRole('button', { name: '按现状保留' }).click();
  await expect(changes.getByText('已不符')).toHaveCount(0);

  await page.getByRole('button', { name: '查看影响' }).click();
  await effects.getByRole('button', { name: '使其生效' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '使其生效' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '组织架构' })).toBeVisible();
  await page.goto(`/organisation?unit=${own.top}&on=${day}`);
  await expect(page.getByRole('article', { name: own.name, exact: true })).toContainText(`${own.name}员工`);
  await page.goto(`/organisation?unit=${own.top}`);
  await expect(page.getByRole('article', { name: own.name, exact: true })).not.toContainText(`${own.name}岗`);
  await page.goto('/organisation/drafts');
  await expect(page.getByRole('row', { name: new RegExp(`明年调整${stamp}`) })).toContainText('已生效');
  await expectAccessible(page);
  // The two refusals are meant.
  expect(heard.filter(one => !/status of 409/.test(one))).toEqual([]);
});

test('in English, on a phone, by menus', async ({ page }) => {
  await become(page, 'operations', 'en');
  const own = await department(page, `Field ${stamp}`);
  await page.setViewportSize({ width: 390, height: 844 });
  const heard = complaints(page);
  await expectWhole(page, '/organisation/drafts');
  await begin(page, `Next year ${stamp}`, inDays(20), en);
  const at = page.url();
  await page.goto(`${at}?unit=${own.first}`);
  await page.getByRole('button', { name: `${own.name}岗 ${own.name}员工: actions` }).click();
  await page.getByRole('menuitem', { name: 'Make head of the unit' }).click();
  await expect(page.getByText('Changes (1)')).toBeVisible();
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await page.getByRole('button', { name: `${own.name}甲组: actions` }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(`${own.name} team`);
  await dialog.getByRole('button', { name: 'Add to the draft' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Changes (2)')).toBeVisible();
  await expectAccessible(page);
  await page.getByText('Changes (2)').click();
  await expect(page.getByRole('complementary', { name: 'Changes' })).toContainText(`is renamed “${own.name} team”`);
  await expectAccessible(page);
  await page.getByText('Effects', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'What applying it changes' })).toContainText(`${own.name} team`);
  await expectWhole(page, `${at}?tab=effects`);
  await page.getByRole('button', { name: 'Discard' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('The organisation did not change')).toBeVisible();
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test('who may only look has no drafts', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/organisation');
  await expect(page.getByRole('heading', { level: 1, name: '组织架构' })).toBeVisible();
  await expect(page.getByRole('link', { name: '组织调整草案' })).toHaveCount(0);
  expect((await page.request.get('/api/reorganisations')).status()).toBe(403);
});
