import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

const levelA = encodeURIComponent(JSON.stringify({ column: 'level', operator: 'IS', values: ['A'] }));
const tabs = (page: Page) => page.getByRole('navigation', { name: '视图' });
const drawer = (page: Page) => page.getByRole('dialog').last();
const total = async (page: Page) => (await page.getByText(/^共 [\d,]+ 条$/).textContent())!;

/** Keeps what is shown under a name. */
async function keep(page: Page, name: string) {
  await page.getByRole('button', { name: '存为视图' }).click();
  await drawer(page).getByLabel('名称').fill(name);
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click();
  await expect(tabs(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'true');
}

async function act(page: Page, action: string) {
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('a view is kept, changed, opened by default, shared and put away', async ({ page }) => {
  const heard = complaints(page);
  const name = `重点客户${Date.now() % 100_000}`;
  await become(page, 'operations');
  await page.goto(`/customers?view=all&filter=${levelA}`);
  await keep(page, name);
  const found = await total(page);

  // What differs is noticed, and reset or saved.
  await page.getByRole('button', { name: '客户名称' }).first().click();
  await expect(page).toHaveURL(/sort=name/);
  await page.getByRole('button', { name: '还原' }).click();
  const head = page.getByRole('columnheader', { name: '客户名称' });
  await expect(head).not.toHaveAttribute('aria-sort', /./);
  await page.getByRole('button', { name: '客户名称' }).first().click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByRole('button', { name: '保存修改' })).toBeHidden();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await page.goForward();
  await expect(tabs(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'true');

  // The list opens with it from now on.
  await act(page, '设为我的默认视图');
  await page.goto('/opportunities');
  await page.goto('/customers');
  await expect(page.getByText(found)).toBeVisible();
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}/);
  await expectAccessible(page);

  // Nobody else sees it until it is shared; then each sees their own rows in it.
  const at = page.url();
  await become(page, 'salesperson');
  await page.goto(at);
  await expect(page.getByText('没有这个视图')).toBeVisible();
  await become(page, 'operations');
  await page.goto(at);
  await act(page, '重命名和共享');
  await drawer(page).getByLabel('共享给所有人').click();
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click();
  await expect(drawer(page)).toBeHidden();
  await become(page, 'salesperson');
  await page.goto(at);
  await expect(tabs(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'true');
  expect(await total(page)).not.toBe(found);
  await expect(page.getByRole('button', { name: '视图操作' })).toBeVisible();
  await page.getByRole('button', { name: '视图操作' }).click();
  await expect(page.getByRole('menuitem', { name: '复制为新视图' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '删除视图' })).toHaveCount(0);

  await become(page, 'operations');
  await page.goto(at);
  await act(page, '删除视图');
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(tabs(page).getByRole('link', { name })).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('columns are put in order, pinned and made wider, and follow the person', async ({ page, browser }) => {
  await become(page, 'director');
  await page.goto('/customers?view=all');
  const heads = () => page.getByRole('columnheader').allTextContents();
  await expect(page.getByRole('columnheader', { name: '级别' })).toBeVisible();
  const before = await heads();

  // By the keyboard: the second column is lifted and goes down by one.
  await page.getByRole('button', { name: '列', exact: true }).click();
  const handles = page.getByRole('button', { name: /^移动/ });
  await handles.nth(1).focus();
  const said = page.getByRole('status').filter({ hasText: /第 \d+ 位/ });
  await page.keyboard.press('Space');
  await expect(said).toContainText('第 2 位');
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('移到第 3 位');
  await page.keyboard.press('Space');
  await expect.poll(heads).not.toEqual(before);
  // And by the mouse, back up.
  const from = (await handles.nth(2).boundingBox())!;
  const to = (await handles.nth(1).boundingBox())!;
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y, { steps: 3 });
  await page.mouse.move(to.x + 8, to.y + 6, { steps: 8 });
  await page.mouse.up();
  await expect.poll(heads).toEqual(before);
  await page.keyboard.press('Escape');

  // The edge of a head is dragged.
  const head = page.getByRole('columnheader', { name: '级别' });
  const box = (await head.boundingBox())!;
  await page.mouse.move(box.x + box.width - 3, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 77, box.y + 12, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await head.boundingBox())!.width)).toBe(Math.round(box.width + 80));

  // On another machine the list looks the same.
  const other = await (await browser.newContext({ baseURL: servers.demo.url, viewport: { width: 1440, height: 900 } })).newPage();
  await become(other, 'director');
  await other.goto('/customers?view=all');
  const there = other.getByRole('columnheader', { name: '级别' });
  await expect(there).toBeVisible();
  expect(Math.round((await there.boundingBox())!.width)).toBe(Math.round(box.width + 80));
  await other.getByRole('button', { name: '列', exact: true }).click();
  await other.getByRole('button', { name: '恢复默认列' }).click();
  await expect(other).not.toHaveURL(/columns=/);
  await other.context().close();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('views are a menu', async ({ page }) => {
    await become(page, 'salesperson');
    await page.goto('/customers?view=mine');
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByRole('menuitem', { name: '全部' }).click();
    await expect(page).toHaveURL(/view=all/);
    await expectAccessible(page);
  });
});
