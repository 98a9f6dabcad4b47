import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/healthy.ts';
import { servers, setupToken } from '../support/servers.ts';
import { codeOf } from '../support/totp.ts';

test.use({ baseURL: servers.empty.url });

test('a stranger sets up their company and signs in again', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await expect(page.getByLabel('设置令牌')).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
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

test('the administrator sets up a second factor and signs in with its code, then with a recovery code', async ({ page }) => {
  const password = async () => {
    await page.goto('/');
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码', { exact: true }).fill('ledger and abacus');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('navigation').first().or(page.getByLabel('验证码'))).toBeVisible();
  };
  const show = async (code: string) => {
    await page.getByLabel('验证码').fill(code);
    await page.getByLabel('验证码').press('Enter');
  };
  const leave = async () => {
    await page.getByRole('button', { name: '安掌柜' }).click();
    await page.getByText('退出登录').click();
    await expect(page.getByLabel('用户名')).toBeVisible();
  };
  await password();
  await page.goto('/me');
  await page.getByRole('button', { name: '启用双重验证' }).click();
  await page.getByRole('dialog').getByLabel('当前密码').fill('ledger and abacus');
  await page.getByRole('dialog').getByRole('button', { name: '下一步' }).click();
  const secret = (await page.locator('code', { hasText: /^([A-Z2-7]{4} ?){8}/ }).innerText()).trim();
  await page.getByLabel('应用显示的 6 位验证码').fill(codeOf(secret));
  await page.getByRole('button', { name: '确认启用' }).click();
  const codes = page.getByRole('group', { name: '恢复码' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [recovery = '', another = ''] = await codes.allInnerTexts();
  await page.getByRole('button', { name: '已保存好' }).click();
  await expect(page.getByText('还有 10 个恢复码')).toBeVisible();
  await leave();

  await password();
  await show('000000');
  await expect(page.getByText('验证码不正确')).toBeVisible();
  await show(codeOf(secret, 1));
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await leave();

  await password();
  await show(recovery);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.goto('/me');
  await expect(page.getByText('还有 9 个恢复码')).toBeVisible();

  await page.getByRole('button', { name: '停用双重验证' }).click();
  await page.getByRole('dialog').getByLabel('验证码').fill(another);
  await page.getByRole('dialog').getByRole('button', { name: '停用双重验证' }).click();
  await expect(page.getByText('双重验证已停用。')).toBeVisible();
  await leave();
  await password();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});
