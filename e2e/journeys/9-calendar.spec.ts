import { expect, test } from '@playwright/test';
import { complaints, expectAccessible, expectWhole } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.describe.configure({ mode: 'serial' });

// A year nobody told yet, another one each time.
const year = 2040 + Math.floor(Math.random() * 50);

test('known years are there; a day is told, told of, and a day like the others again', async ({ page }) => {
  await become(page, 'operations');
  const heard = complaints(page);
  await page.goto('/calendar?year=2018');
  await expect(page.getByRole('heading', { level: 1, name: '工作日历' })).toBeVisible();
  const february = page.getByRole('region', { name: '2月', exact: true });
  await expect(february).toContainText('17 个工作日');
  await expect(february.getByRole('button', { name: '2018-02-11 春节 上班' })).toBeVisible();
  await expect(february.getByRole('button', { name: '2018-02-15 春节 休息' })).toBeVisible();
  await page.getByRole('button', { name: '下一年' }).click();
  await expect(page).toHaveURL(/year=2019/);

  await page.goto(`/calendar?year=${year}`);
  await expect(page.getByText(`还没有人录入 ${year} 年的放假安排`)).toBeVisible();
  await page.getByRole('button', { name: `${year}-05-01 ` }).click();
  const form = page.getByRole('dialog', { name: `${year}-05-01` });
  await form.getByText('休息', { exact: true }).click();
  await form.getByLabel('中文名称').fill('劳动节');
  await form.getByLabel('英文名称').fill('Labour Day');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByRole('button', { name: `${year}-05-01 劳动节 休息` })).toBeVisible();
  await expect(form).toHaveCount(0);

  await page.getByRole('button', { name: /工作日历.*变更记录|变更记录.*工作日历/ }).click();
  const history = page.getByRole('dialog');
  await expect(history).toContainText('劳动节');
  await expect(history).toContainText(`${year}-05-01`);
  await page.keyboard.press('Escape');
  await expect(history).toHaveCount(0);

  await page.getByRole('button', { name: `${year}-05-01 劳动节` }).click();
  await form.getByText('按星期', { exact: true }).click();
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText(`还没有人录入 ${year} 年的放假安排`)).toBeVisible();
  expect(heard).toEqual([]);
});

test('a year is pasted whole or not at all, and walked through by keys', async ({ page }) => {
  await become(page, 'administrator');
  await page.goto(`/calendar?year=${year}`);
  await page.getByRole('button', { name: '粘贴安排' }).click();
  const form = page.getByRole('dialog', { name: '粘贴安排' });
  await form.getByLabel('放假安排').fill(`${year}-10-01 休 国庆节\n${year}-10-99 休`);
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(form).toContainText('第 2 行');
  await form.getByLabel('放假安排').fill(`${year}-10-01 休 国庆节 National Day\n${year}-10-02 休 国庆节 National Day`);
  await form.getByRole('button', { name: /保\s?存/ }).click();
  const first = page.getByRole('button', { name: `${year}-10-01 国庆节 休息` });
  await expect(first).toBeVisible();
  await expect(form).toHaveCount(0);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: `${year}-10-02 国庆节 休息` })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: `${year}-10-09 ` })).toBeFocused();
});

test('a month goes from open to calculated and back', async ({ page }) => {
  await become(page, 'operations');
  await page.goto('/calendar?year=2026');
  const month = page.getByRole('region', { name: '11月', exact: true });
  const status = month.getByRole('button', { name: /^11月 / });
  await expect(status).toContainText('开放');
  await status.click();
  await page.getByRole('menuitem', { name: '标为已计算' }).click();
  await expect(status).toContainText('已计算');
  await status.click();
  await page.getByRole('menuitem', { name: '重新开放' }).click();
  await expect(status).toContainText('开放');
});

test('it is whole in English and on a phone, and those who may not change it only look', async ({ page }) => {
  await become(page, 'administrator', 'en');
  const heard = complaints(page);
  await expectWhole(page, '/calendar?year=2026');
  await expect(page.getByRole('button', { name: '2026-02-14 Spring Festival Working day' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectWhole(page, '/calendar?year=2026');
  await expectAccessible(page);
  expect(heard).toEqual([]);
  await page.goto('about:blank');
  await become(page, 'salesperson');
  await page.goto('/calendar?year=2026');
  const day = page.getByRole('button', { name: '2026-10-01 国庆节 休息' });
  await expect(day).toBeDisabled();
  await day.dispatchEvent('click');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '粘贴安排' })).toHaveCount(0);
});
