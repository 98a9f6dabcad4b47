import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

const drawer = (page: Page) => page.getByRole('dialog').last();

/** A new contact of some customer of whoever is signed in. */
async function contact(page: Page, name: string): Promise<string> {
  const answer = await page.request.get('/api/lists/customers/rows?size=1&view=mine');
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  const { cookies } = await page.context().storageState();
  const made = await page.request.post(`/api/customers/${rows[0]!.id}/contacts`, {
    data: { name },
    headers: {
      'X-XSRF-TOKEN': cookies.find(cookie => cookie.name === 'XSRF-TOKEN')?.value ?? '',
      'Idempotency-Key': crypto.randomUUID(),
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

for (const words of [
  {
    tongue: 'zh-CN' as const,
    title: '联系许可',
    note: '登记联系许可：邮件',
    source: '来源或凭证',
    given: '同意',
    withdrawn: '不同意',
    save: '保存',
  },
  {
    tongue: 'en' as const,
    title: 'Consent',
    note: 'Consent: E-mail',
    source: 'Source or evidence',
    given: 'Given',
    withdrawn: 'Withdrawn',
    save: 'Save',
  },
]) {
  test(`what a contact allows is noted, changed and remembered (${words.tongue})`, async ({ page }) => {
    const heard = complaints(page);
    await become(page, 'salesperson', words.tongue);
    await page.goto('/');
    const id = await contact(page, `Consent ${Date.now()}`);
    await page.goto(`/contacts/${id}`);
    const section = page.getByRole('region', { name: words.title });
    await expect(section.locator('[data-state=UNKNOWN]')).toHaveCount(5);

    await section.getByRole('button', { name: words.note }).click();
    await drawer(page).getByLabel(words.source).fill('Fair 2026, form 12');
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/consent-form-${words.tongue}.png` });
    await drawer(page).getByRole('button', { name: words.save, exact: true }).click();
    await expect(section.locator('[data-state=GIVEN]')).toHaveText(words.given);
    await expect(section).toContainText('Fair 2026, form 12');

    await section.getByRole('button', { name: words.note }).click();
    await drawer(page).getByText(words.withdrawn, { exact: true }).click();
    await drawer(page).getByRole('button', { name: words.save, exact: true }).click();
    await expect(section.locator('[data-state=WITHDRAWN]')).toHaveText(words.withdrawn);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/consent-desk-${words.tongue}.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    // The narrow page is drawn anew, so what was found before may be gone by the time it is scrolled to.
    await expect(() => section.scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass();
    await page.screenshot({ path: `test-results/consent-phone-${words.tongue}.png` });
    expect(heard).toEqual([]);
  });
}

test('where consents cannot be read the page says so and asks again', async ({ page }) => {
  await become(page, 'salesperson');
  await page.goto('/');
  const id = await contact(page, `许可 ${Date.now()}`);
  let works = false;
  await page.route('**/consents', route =>
    works
      ? route.continue()
      : route.fulfill({ status: 422, json: { status: 422, code: 'invalid', detail: '暂时读不到。' } }),
  );
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText('暂时读不到。')).toBeVisible();
  works = true;
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('region', { name: '联系许可' })).toBeVisible();
});
