import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

const drawer = (page: Page) => page.getByRole('dialog').last();

/** Takes away what a journey that failed half way left of the layouts. */
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ baseURL: servers.demo.url });
  await become(page, 'administrator');
  await page.request.delete('/api/layouts/customers', {
    headers: {
      'X-XSRF-TOKEN': (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value,
    },
  });
  await page.close();
});

test('an administrator lays a form out by dragging and looks at it before it holds', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'administrator');
  await page.goto('/custom-fields?type=customers');
  await page.getByRole('link', { name: /^表单布局/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '表单布局' })).toBeVisible();
  const preview = page.getByRole('region', { name: '预览' });

  // The last field goes below what is hidden.
  await page.getByRole('button', { name: '移动备注' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('status').filter({ hasText: /第 \d+ 位/ })).toBeVisible();
  // Fields of the company's own may stand between.
  for (let down = 0; down < 8; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(preview.getByText('备注', { exact: true })).toHaveCount(0);

  await page.getByRole('textbox', { name: '分区标题（中文）' }).nth(1).fill('工商信息');
  await page.getByRole('textbox', { name: '分区标题（英文）' }).nth(1).fill('Registry');
  await expect(preview).toContainText('工商信息');
  await page.getByRole('checkbox', { name: '折叠' }).nth(1).uncheck();
  await expectAccessible(page);
  await page.screenshot({
    path: 'test-results/layouts-desk.png',
    fullPage: true,
  });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已单独设置')).toBeVisible();
  expect(heard).toEqual([]);
});

test('whoever fills the form in finds it so, and what is hidden keeps what it holds', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'salesperson');
  await page.goto('/customers?create=1');
  await expect(drawer(page).getByText('工商信息')).toBeVisible();
  await expect(drawer(page).getByLabel('统一社会信用代码')).toBeVisible();
  await expect(drawer(page).getByLabel('备注')).toBeHidden();
  await drawer(page).getByLabel('客户名称').fill(`按布局填写${Date.now()}有限公司`);
  await drawer(page).getByLabel('统一社会信用代码').fill('不对');
  await expectAccessible(page);
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(drawer(page).getByText('不是有效的')).toBeVisible();
  await drawer(page).getByLabel('统一社会信用代码').fill('');
  await drawer(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('按布局填写');
  await page.goto('about:blank');
  await become(page, 'salesperson', 'en');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/customers?create=1');
  await expect(drawer(page).getByText('Registry')).toBeVisible();
  await page.screenshot({ path: 'test-results/layouts-form-en.png' });
  expect(heard.filter(one => !/ 422 /.test(one))).toEqual([]);
});

test('in English and on a phone it is laid out by hand too, and put back', async ({ page }) => {
  const heard = complaints(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await become(page, 'administrator', 'en');
  await page.goto('/form-layouts?list=customers');
  await expect(page.getByRole('heading', { level: 1, name: 'Form layouts' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({
    path: 'test-results/layouts-phone-en.png',
    fullPage: true,
  });
  await page.getByRole('button', { name: 'Back to the original' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Back to the original' }).click();
  await expect(page.getByText('As it was made; saving changes it')).toBeVisible();
  for (const tab of ['Contacts', 'Opportunities', 'Products']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Name');
  }
  expect(heard).toEqual([]);
});
