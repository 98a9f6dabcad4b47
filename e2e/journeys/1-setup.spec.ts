import { expect, test } from '@playwright/test';
import { servers, setupToken } from '../support/servers.ts';

test.use({ baseURL: servers.empty.url });

test('a stranger sets up their company and signs in again', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('设置令牌').fill('wrong');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('令牌不正确')).toBeVisible();

  await page.getByLabel('设置令牌').fill(setupToken());
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('姓名').fill('安掌柜');
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('ledger and abacus');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('中文名称').fill('起步公司');
  await page.getByLabel('英文名称').fill('Starter Company');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('空白系统').click();
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByRole('button', { name: '进入掌柜' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/');
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('not this one');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('用户名或密码不正确')).toBeVisible();
  await page.getByLabel('密码').fill('ledger and abacus');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});
