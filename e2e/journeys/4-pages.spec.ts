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

/** Everybody in both languages and on both screens, one of each at a time; over all of them every pair comes. */
const tours: { persona: Persona; tongue: Tongue; screen: typeof desk }[] = [
  { persona: 'administrator', tongue: 'zh-CN', screen: desk },
  { persona: 'administrator', tongue: 'en', screen: phone },
  { persona: 'salesperson', tongue: 'en', screen: desk },
  { persona: 'salesperson', tongue: 'zh-CN', screen: phone },
  { persona: 'manager', tongue: 'en', screen: desk },
  { persona: 'manager', tongue: 'zh-CN', screen: phone },
  { persona: 'operations', tongue: 'en', screen: desk },
  { persona: 'operations', tongue: 'zh-CN', screen: phone },
  { persona: 'director', tongue: 'en', screen: desk },
  { persona: 'director', tongue: 'zh-CN', screen: phone },
];

for (const { persona, tongue, screen } of tours) {
  test(`every page is whole for the ${persona}, in ${tongue}, ${screen.width} wide`, async ({ page }) => {
    const heard = complaints(page);
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
