import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible, expectWhole } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

const drawer = (page: Page) => page.getByRole('dialog').last();
const stamp = Date.now() % 1_000_000;
const company = `青田器材${stamp}有限公司`;
let address = '';

const photo = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4UaGBFTEMLQkAUtVaAV8W4QQAAAAASUVORK5CYII=',
    'base64',
  ),
});
const text = (name: string, content: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(content) });
const files = (page: Page, name = '附件') => page.getByRole('region', { name });

test('files are added to a customer, looked at, told apart and removed', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto('/customers?create=1');
  await drawer(page).getByLabel('客户名称').fill(company);
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
  address = new URL(page.url()).pathname;

  await files(page)
    .locator('input[type=file]')
    .first()
    .setInputFiles([photo('门头.png'), text('报价.txt', '单价 100'), text('海报.png', '<!DOCTYPE html><html><script></script></html>')]);
  await expect(files(page).getByRole('link')).toHaveText(['门头.png', '报价.txt', '海报.png']);
  await expect(files(page).getByText('内容与扩展名不符')).toHaveCount(1);
  await expect(files(page).getByRole('progressbar')).toHaveCount(0);
  await expectAccessible(page);

  // A picture opens over the page, everything else is saved.
  await files(page).getByRole('button', { name: '查看“门头.png”' }).click();
  await expect(page.locator('.ant-image-preview img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.ant-image-preview img')).toHaveCount(0);
  const saved = page.waitForEvent('download');
  await files(page).getByRole('link', { name: '海报.png' }).click();
  expect((await saved).suggestedFilename()).toBe('海报.png');

  // What is pasted while nobody types belongs to the record.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['截图'], '截图.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await expect(files(page).getByRole('link', { name: '截图.txt' })).toBeVisible();

  // Too large: said at once, and nothing is sent.
  await files(page)
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '录像.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(26 << 20) });
  await expect(files(page).getByRole('alert')).toContainText('录像.mp4');
  await files(page).getByRole('button', { name: '知道了' }).click();

  await files(page).getByRole('button', { name: '删除“报价.txt”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(files(page).getByRole('link', { name: '报价.txt' })).toHaveCount(0);
  await expect(page.getByText('删除附件').first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('a follow-up brings its photos along', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto(address);
  await page.getByRole('button', { name: '写跟进' }).first().click();
  await drawer(page).getByRole('textbox', { name: '内容' }).fill('看了现场');
  await drawer(page).locator('input[type=file]').first().setInputFiles([photo('现场一.png'), photo('现场二.png')]);
  await expect(drawer(page).getByText('现场二.png')).toBeVisible();
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('看了现场').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^查看“现场/ })).toHaveCount(2);
  expect(heard).toEqual([]);
});

test('people talk about a customer, and are warned where somebody cannot see it', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto(address);
  await page.getByRole('tab', { name: '评论' }).click();
  const input = page.getByLabel('评论内容');
  await input.click();
  await page.keyboard.type('请帮忙看看 @');
  const choice = page.locator('.ant-mentions-dropdown-menu-item').filter({ hasText: '看不到此记录' }).first();
  await expect(choice).toBeVisible();
  await choice.click();
  await expect(page.getByText(/看不到这条记录，提及也不会/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab', { name: '评论' })).toContainText('1');
  await expect(page.getByRole('button', { name: '已关注' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: /^修改评论/ }).click();
  await page.getByLabel('评论内容').first().pressSequentially('，谢谢');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('（已修改）')).toBeVisible();
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test('in English and on a phone it is the same', async ({ page }) => {
  const heard = complaints(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await become(page, 'salesperson', 'en');
  await expectWhole(page, address);
  await expect(files(page, 'Files').getByRole('button', { name: 'Take a photo' })).toBeVisible();
  await expect(files(page, 'Files').locator('input[capture=environment]')).toHaveCount(1);
  await files(page, 'Files').locator('input[capture=environment]').setInputFiles(photo('IMG_0001.png'));
  await expect(files(page, 'Files').getByRole('link', { name: 'IMG_0001.png' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByLabel('Comment', { exact: true }).fill('Looks good');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Comments' })).toContainText('2');
  await page.getByRole('button', { name: 'Delete the comment “Looks good”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Looks good')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page);

  // Who reads it all and changes nothing, reads and comments.
  await become(page, 'director', 'en');
  await page.goto(address);
  await expect(files(page, 'Files').getByRole('link', { name: 'IMG_0001.png' })).toBeVisible();
  await expect(files(page, 'Files').getByRole('button', { name: /^(Add|Remove)/ })).toHaveCount(0);
  expect(heard).toEqual([]);
});
