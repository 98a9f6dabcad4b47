import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What the browser says of the journeys themselves, which keep the offline shell out where they are not about it. */
const ofJourneys = /Service Worker registration blocked by Playwright/;

/** Collects what a page complains about in its console, for a look at the end. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', message => {
    if (ofJourneys.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', error => heard.push(`${page.url()}: ${error.message}`));
  return heard;
}

/** A page that has come whole: a heading, no alert, nothing wider than the screen, no word left untranslated. */
export async function expectWhole(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
  await expect(page.locator('[role=status][aria-busy=true], [aria-label="正在加载"], [aria-label="Loading"]'), path).toHaveCount(0);
  await expect(page.locator('.ant-alert-error, .ant-result'), path).toHaveCount(0);
  const { wide, words } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    words: document.body.innerText,
  }));
  expect(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  expect(words, `${path} shows a key instead of a word`).not.toMatch(
    /\b(common|shell|lists|records|customers|opportunities|reports|followups|people|imports|accounts)\.[a-z][A-Za-z.]+/,
  );
  expect(words, `${path} shows an id`).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
}

/** What fades in or out has done so: a page in between has colours that nobody is meant to read. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** Nothing that keeps people with assistive technology out. */
export async function expectAccessible(page: Page) {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html.slice(0, 160)}`));
  expect(serious, page.url()).toEqual([]);
}
