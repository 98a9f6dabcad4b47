import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

const search = (page: Page) => page.getByRole('combobox', { name: /^(搜索|Search)$/ });
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

/** A customer of whoever is signed in, through the API. */
async function customer(page: Page, name: string, more: object = {}) {
  const { cookies } = await page.context().storageState();
  const token = cookies.find(cookie => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const made = await page.request.post('/api/customers', {
    data: { name, ...more },
    headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
  });
  expect(made.status(), await made.text()).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

async function open(page: Page) {
  await expect(page.getByRole('button', { name: /^(搜索|Search)/ }).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(search(page)).toBeFocused();
}

test('a record is found by words, pinyin, initials and telephone, and is at hand afterwards', async ({
  page,
}) => {
  const heard = complaints(page);
  const number = String(Date.now() % 1_000_000).padStart(6, '0');
  const name = `重庆乐源${number}单车厂`;
  await become(page, 'salesperson');
  await page.goto('/');
  const id = await customer(page, name, { phone: `0592-5${number}` });
  await page.goto('/');

  await open(page);
  for (const typed of [
    `乐源${number}`,
    `chongqingleyuan${number}`,
    `yueyuan${number}shanche`,
    `ly${number}dc`,
    `0592 5${number}`,
  ]) {
    await search(page).fill(typed);
    await expect(group(page, '客户').getByRole('option').first()).toContainText(name);
  }
  await search(page).fill(`leyuan${number}`);
  await expect(group(page, '客户').locator('mark')).toHaveText(`乐源${number}`);
  await expect(group(page, '客户')).toContainText('我的');
  await expectAccessible(page);
  const remembered = page.waitForResponse(/\/api\/search\/opened\/customers\//);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/customers/${id}`);
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await remembered;

  // Whatever device they sign in on next, it is there; others have nothing of it.
  await page.goto('about:blank');
  await become(page, 'salesperson', 'en');
  await page.goto('/products');
  await open(page);
  await expect(group(page, 'Opened lately').getByRole('option').first()).toContainText(name);
  await expectAccessible(page);
  await page.goto('about:blank');
  await become(page, 'operations');
  await page.goto('/');
  await open(page);
  await expect(group(page, '页面')).toBeVisible();
  await expect(option(page, new RegExp(name))).toHaveCount(0);
  await search(page).fill('zzzzqqqq');
  await expect(page.getByText('没有找到')).toBeVisible();
  expect(heard).toEqual([]);
});

test('pages and actions go by their names in both languages and by pinyin', async ({ page, context }) => {
  await become(page, 'manager', 'en');
  await page.goto('/');
  await open(page);
  await search(page).fill('商机');
  await expect(group(page, 'Pages').getByRole('option')).toHaveText(['Opportunities']);
  await search(page).fill('kehu');
  await expect(option(page, 'Customers').first()).toBeVisible();

  // In a new tab, and the palette stays.
  const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
  await expect(tab).toHaveURL('/customers');
  await tab.close();
  await expect(search(page)).toBeVisible();

  await search(page).fill('new task');
  await expect(option(page, 'New task')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(search(page)).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
  await page.keyboard.press('Escape');

  await open(page);
  await search(page).fill('new contact');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'A contact of which customer?' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await open(page);
  await search(page).fill('new customer');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`Palette ${Date.now()}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);

  await open(page);
  await search(page).fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await open(page);
  await search(page).fill('qhyy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '切换为 English' })).toBeVisible();
  await open(page);
  await search(page).fill('浅色');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(search(page)).toBeHidden();
});

test('a search that fails says so and is tried again; a slow one says that too', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/');
  let mode: 'fail' | 'slow' | 'fine' = 'fail';
  await page.route('**/api/search?q=*', async route => {
    if (mode === 'fail')
      return route.fulfill({ status: 422, json: { status: 422, code: 'invalid', detail: '暂时不能搜索。' } });
    if (mode === 'slow') await new Promise(resolve => setTimeout(resolve, 3000));
    return route.continue();
  });
  await open(page);
  await search(page).fill('有限');
  await expect(page.getByText('暂时不能搜索。')).toBeVisible();
  mode = 'slow';
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByText(/还在搜索/)).toBeVisible();
  await expect(group(page, '客户')).toBeVisible();
});

for (const [tongue, entry, lately] of [
  ['zh-CN', '搜索', '最近打开'],
  ['en', 'Search', 'Opened lately'],
] as const) {
  test(`on a phone it is a sheet of its own (${tongue})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await become(page, 'salesperson', tongue);
    const answer = await page.request.get('/api/lists/customers/rows?size=1');
    const { rows } = (await answer.json()) as { rows: { id: string }[] };
    const remembered = page.waitForResponse(/\/api\/search\/opened\/customers\//);
    await page.goto(`/customers/${rows[0]!.id}`);
    await remembered;
    await page.goto('/');
    await page.getByRole('navigation').last().getByRole('button', { name: entry }).click();
    await expect(group(page, lately).getByRole('option').first()).toBeVisible();
    const box = (await page.getByRole('dialog').boundingBox())!;
    expect(box.width).toBe(390);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/palette-phone-empty-${tongue}.png` });
    await search(page).fill('有限');
    await expect(page.locator('mark').first()).toBeVisible();
    await page.screenshot({ path: `test-results/palette-phone-${tongue}.png` });
    await group(page, tongue === 'en' ? 'Customers' : '客户')
      .getByRole('option')
      .first()
      .click();
    await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);
  });
}

test('what it looks like', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const tongue of ['zh-CN', 'en'] as const) {
    await become(page, 'manager', tongue);
    await page.goto('/customers');
    await open(page);
    await expect(group(page, tongue === 'en' ? 'Pages' : '页面')).toBeVisible();
    await page.screenshot({ path: `test-results/palette-desk-empty-${tongue}.png` });
    await search(page).fill('keji');
    await expect(page.locator('mark').first()).toBeVisible();
    await page.screenshot({ path: `test-results/palette-desk-${tongue}.png` });
    await page.goto('about:blank');
  }
});
