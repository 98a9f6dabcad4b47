import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible, expectWhole } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become, type Persona, type Tongue } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });
test.setTimeout(300_000);

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** Every page the persona's menu offers, and a record of each kind they can reach. */
async function pagesOf(page: Page): Promise<string[]> {
  await page.setViewportSize(desk);
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: /^(主导航|Main)/ }).or(page.getByRole('navigation').first()).first();
  await expect(menu.getByRole('link').first()).toBeVisible();
  const paths = await menu.getByRole('link').evaluateAll(links => links.map(link => link.getAttribute('href') ?? '/'));
  const records: string[] = [];
  for (const list of ['customers', 'opportunities', 'products', 'people']) {
    const answer = await page.request.get(`/api/lists/${list}/rows?size=1`);
    if (!answer.ok()) continue;
    const { rows } = (await answer.json()) as { rows: { id: string }[] };
    if (rows[0]) records.push(`/${list}/${rows[0].id}`);
  }
  return [...new Set([...paths, ...records, '/me'])];
}

/** Everybody in both languages, on both screens, light and dark, one of each at a time; over all of them every pair comes. */
const tours: { persona: Persona; tongue: Tongue; screen: typeof desk; face: 'light' | 'dark' }[] = [
  { persona: 'administrator', tongue: 'zh-CN', screen: desk, face: 'dark' },
  { persona: 'administrator', tongue: 'en', screen: phone, face: 'light' },
  { persona: 'salesperson', tongue: 'en', screen: desk, face: 'light' },
  { persona: 'salesperson', tongue: 'zh-CN', screen: phone, face: 'dark' },
  { persona: 'manager', tongue: 'en', screen: desk, face: 'dark' },
  { persona: 'manager', tongue: 'zh-CN', screen: phone, face: 'light' },
  { persona: 'operations', tongue: 'en', screen: desk, face: 'light' },
  { persona: 'operations', tongue: 'zh-CN', screen: phone, face: 'dark' },
  { persona: 'director', tongue: 'en', screen: desk, face: 'dark' },
  { persona: 'director', tongue: 'zh-CN', screen: phone, face: 'light' },
];

for (const { persona, tongue, screen, face } of tours) {
  test(`every page is whole for the ${persona}, in ${tongue}, ${screen.width} wide, ${face}`, async ({ page }) => {
    const heard = complaints(page);
    await page.emulateMedia({ colorScheme: face });
    await become(page, persona, tongue);
    const paths = await pagesOf(page);
    await page.setViewportSize(screen);
    for (const path of paths) {
      await expectWhole(page, path);
      await expectAccessible(page);
    }
    expect(heard).toEqual([]);
  });
}

test('light and dark are chosen, kept with the account, and there from the first paint', async ({ page }) => {
  const face = () => page.locator('html').getAttribute('data-theme');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/sign-in');
  expect(await face()).toBe('dark');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expectAccessible(page);

  await become(page, 'salesperson');
  await page.goto('/me');
  const choice = page.getByRole('radiogroup', { name: '外观' });
  await choice.getByText('浅色').click();
  await expect.poll(face).toBe('light');
  await page.goto('/customers', { waitUntil: 'commit' });
  await expect.poll(face).toBe('light');

  // Another device of the same person has it once they are known there.
  await page.evaluate(() => localStorage.clear());
  await page.goto('/');
  await expect.poll(face).toBe('light');
  await page.goto('/me');
  await choice.getByText('跟随系统').click();
  await expect.poll(face).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(face).toBe('light');
});
