import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({
  baseURL: servers.demo.url,
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  serviceWorkers: 'allow',
});

const drawer = (page: Page) => page.getByRole('dialog').last();
const waiting = (page: Page) => page.getByRole('region', { name: '待发送的跟进' });

/** The page of a customer of this person, whose timeline is behind a tab. */
async function openCustomer(page: Page): Promise<string> {
  const answer = await page.request.get('/api/lists/customers/rows?size=1&view=mine');
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  await page.goto(`/customers/${rows[0]!.id}`);
  await page.getByRole('tab', { name: '动态' }).click();
  return rows[0]!.id;
}

async function write(page: Page, text: string) {
  await page.getByRole('button', { name: '写跟进' }).first().click();
  await drawer(page).getByLabel('内容').fill(text);
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** How many of a customer's follow-ups say this, as the server knows. */
async function count(context: BrowserContext, customer: string, text: string): Promise<number> {
  const answer = await context.request.get(`/api/customers/${customer}/timeline`);
  const { activities } = (await answer.json()) as { activities: { text: string }[] };
  return activities.filter(one => one.text === text).length;
}

/** The offline shell stands ready. */
const ready = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

test('a follow-up written without a network waits, also through a closed tab, and is sent once', async ({
  page,
  context,
}) => {
  await become(page, 'salesperson');
  await page.goto('/');
  await ready(page);
  const customer = await openCustomer(page);
  const text = `电梯里谈了验收 ${Date.now()}`;

  // The form is loaded by the first opening; what is not there yet the offline shell has.
  await context.setOffline(true);
  await write(page, text);
  await expect(waiting(page)).toContainText(text);
  await expect(waiting(page)).toContainText('待发送');
  await expectAccessible(page);
  await page.close();

  // The program opens without a network, says so, and has it still; another one can be written there.
  const later = await context.newPage();
  await later.goto('/customers');
  await expect(later.getByRole('heading', { name: '现在离线' })).toBeVisible();
  await expect(waiting(later)).toContainText(text);
  const second = `地下车库补记 ${Date.now()}`;
  await later.getByLabel('关于（最近打开过的）').click();
  await later.locator('.ant-select-item-option').first().click();
  await later.getByLabel('内容').fill(second);
  await later.getByRole('button', { name: '存在这台设备上' }).click();
  await expect(waiting(later)).toContainText(second);
  await expectAccessible(later);

  await context.setOffline(false);
  await expect(later.getByRole('heading', { name: '客户', level: 1 })).toBeVisible();
  await expect.poll(() => count(context, customer, text)).toBe(1);
  await expect.poll(() => count(context, customer, second)).toBe(1);
  await later.goto('/');
  await expect(waiting(later)).toHaveCount(0);
  expect(await count(context, customer, text)).toBe(1);
});

test('an answer lost after the work was done does not make a second follow-up, with two tabs either', async ({
  page,
  context,
}) => {
  await become(page, 'salesperson');
  const customer = await openCustomer(page);
  const text = `对方确认了预算 ${Date.now()}`;
  const keys: string[] = [];
  let lost = 0;
  await context.route('**/api/activities', async route => {
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '');
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await write(page, text);
  await expect(page.getByText('已存在这台设备上')).toBeVisible();
  expect(await count(context, customer, text)).toBe(1);

  // A second tab sends it too; the key is the same, and so is the follow-up.
  const other = await context.newPage();
  await other.goto('/');
  await expect.poll(() => keys.length, { timeout: 40_000 }).toBeGreaterThan(1);
  await expect(waiting(other)).toHaveCount(0);
  await expect(waiting(page)).toHaveCount(0);
  expect(new Set(keys).size).toBe(1);
  expect(await count(context, customer, text)).toBe(1);
  await other.close();
});

test('what is refused later stays with the reason and can be mended; signing out warns', async ({
  page,
  context,
}) => {
  await become(page, 'salesperson');
  const customer = await openCustomer(page);
  const text = `先记一笔 ${Date.now()}`;
  let refuse = false;
  await context.route('**/api/activities', route =>
    refuse
      ? route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 422, code: 'invalid', detail: '请补充下一步。' }),
        })
      : route.abort('internetdisconnected'),
  );
  await write(page, text);
  await expect(waiting(page)).toContainText(text);

  await page.getByRole('button', { name: '我的账号' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('dialog', { name: '还有 1 条跟进没有发出' })).toBeVisible();
  await page.getByRole('button', { name: '先不退出' }).click();

  refuse = true;
  await page.goto('/');
  await expect(waiting(page)).toContainText('请补充下一步。');
  await context.unroute('**/api/activities');
  await waiting(page).getByRole('button', { name: '修改后再发' }).click();
  await drawer(page).getByLabel('下一步').fill('发报价');
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click();
  await expect(waiting(page)).toHaveCount(0);
  expect(await count(context, customer, text)).toBe(1);
});

test('the board is swiped one column at a time, and a card is moved by its menu', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/opportunities?layout=kanban');
  const columns = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(columns.first().getByRole('article').first()).toBeVisible();
  const board = page.getByRole('list', { name: '看板' });
  const [inside, wide] = await Promise.all([columns.first().boundingBox(), board.boundingBox()]);
  expect(inside!.width).toBeGreaterThan(wide!.width * 0.8);
  expect(inside!.width).toBeLessThan(wide!.width);
  await board.evaluate(node => node.scrollTo({ left: node.clientWidth * 0.7 }));
  const second = columns.nth(1);
  await expect.poll(async () => Math.round((await second.boundingBox())!.x)).toBeLessThan(20);
  const menu = columns.nth(1).getByRole('article').first().getByRole('button').first();
  const size = await menu.boundingBox();
  expect(Math.min(size!.width, size!.height)).toBeGreaterThanOrEqual(44);
  await menu.click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
});

test('the program can be installed, and the bar at the bottom is for a thumb', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/');
  const manifest = await page.request.get('/manifest.json');
  const { icons, display } = (await manifest.json()) as { icons: { src: string }[]; display: string };
  expect(display).toBe('standalone');
  for (const { src } of icons) expect((await page.request.get(src)).ok(), src).toBe(true);
  await ready(page);

  const bar = page.getByRole('navigation', { name: '常用导航' });
  for (const name of ['今日', '搜索', '新建', '待办', '我的']) {
    const box = await bar.getByText(name, { exact: true }).locator('..').boundingBox();
    expect(Math.min(box!.width, box!.height), name).toBeGreaterThanOrEqual(44);
  }
  await bar.getByRole('button', { name: '搜索' }).click();
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeVisible();
  await page.keyboard.press('Escape');
  await bar.getByRole('link', { name: '待办' }).click();
  await expect(page).toHaveURL(/\/tasks/);
  // Answers of the API are in no cache.
  const kept = await page.evaluate(async () => {
    const urls = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
    }
    return urls;
  });
  expect(kept).toContain('/');
  expect(kept.filter(path => path.startsWith('/api/'))).toEqual([]);
});
