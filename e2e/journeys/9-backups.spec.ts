import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

test('an administrator makes a backup, takes it away and deletes it', async ({ page }) => {
  const heard = complaints(page);
  await become(page, 'administrator');
  await page.goto('/system');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('系统与备份');
  await page.getByRole('button', { name: '立即备份' }).click();
  const row = page.getByRole('row').filter({ hasText: /zhanggui-\d{8}-\d{6}\.tar/ }).filter({ hasText: '手动' });
  await expect(row).toHaveCount(1, { timeout: 60_000 });
  await page.screenshot({ path: join('test-results', 'screenshots', 'system-zh.png'), fullPage: true });
  const coming = page.waitForEvent('download');
  await row.getByRole('link', { name: '下载' }).click();
  const file = readFileSync(await (await coming).path());
  expect(file.subarray(0, 13).toString()).toBe('manifest.json');
  expect(file.length).toBeGreaterThan(100_000);
  await expectAccessible(page);
  await row.getByRole('button', { name: /^删除/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(row).toHaveCount(0);
  await page.goto('/audit?q=zhanggui-');
  for (const action of ['新建', '下载', '删除']) {
    await expect(page.getByRole('cell', { name: action, exact: true }).first()).toBeVisible();
  }
  expect(heard).toEqual([]);
});

test('a backup is made every day, and the page tells how the system is, in English', async ({ page }) => {
  await become(page, 'administrator', 'en');
  await page.goto('/system');
  const schedule = page.getByRole('region', { name: 'Backup schedule' });
  await schedule.getByRole('switch', { name: 'Back up every day' }).click();
  await schedule.getByLabel('Days to keep').fill('14');
  await schedule.getByRole('button', { name: 'Save' }).click();
  await page.reload();
  await expect(schedule.getByRole('switch', { name: 'Back up every day' })).toBeChecked();
  await expect(schedule.getByLabel('Days to keep')).toHaveValue('14');
  const system = page.getByRole('region', { name: 'System' }).first();
  await expect(system.getByText('PostgreSQL')).toBeVisible();
  await expect(system.getByText('audit · entry')).toBeVisible();
  await page.screenshot({ path: join('test-results', 'screenshots', 'system-en.png'), fullPage: true });
  await schedule.getByRole('switch', { name: 'Back up every day' }).click();
  await schedule.getByRole('button', { name: 'Save' }).click();
  await expect(schedule.getByRole('button', { name: 'Save' })).toBeDisabled();
});
