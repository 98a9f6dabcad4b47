import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible } from '../support/healthy.ts';
import { servers } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

test.use({ baseURL: servers.demo.url });

const drawer = (page: Page) => page.getByRole('dialog').last();

/** A new contact of some customer of whoever is signed in. */
async function contact(page: Page, name: string, view = 'mine'): Promise<string> {
  const answer = await page.request.get(`/api/lists/customers/rows?size=1&view=${view}`);
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
    await page.screenshot({
      path: `test-results/consent-form-${words.tongue}.png`,
    });
    await drawer(page).getByRole('button', { name: words.save, exact: true }).click();
    await expect(section.locator('[data-state=GIVEN]')).toHaveText(words.given);
    await expect(section).toContainText('Fair 2026, form 12');

    await section.getByRole('button', { name: words.note }).click();
    await drawer(page).getByText(words.withdrawn, { exact: true }).click();
    await drawer(page).getByRole('button', { name: words.save, exact: true }).click();
    await expect(section.locator('[data-state=WITHDRAWN]')).toHaveText(words.withdrawn);
    await expectAccessible(page);
    await page.screenshot({
      path: `test-results/consent-desk-${words.tongue}.png`,
    });
    await page.setViewportSize({ width: 390, height: 844 });
    // The narrow page is drawn anew, so what was found before may be gone by the time it is scrolled to.
    await expect(() => section.scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass();
    await page.screenshot({
      path: `test-results/consent-phone-${words.tongue}.png`,
    });
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
      : route.fulfill({
          status: 422,
          json: { status: 422, code: 'invalid', detail: '暂时读不到。' },
        }),
  );
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText('暂时读不到。')).toBeVisible();
  works = true;
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('region', { name: '联系许可' })).toBeVisible();
});

for (const words of [
  {
    tongue: 'zh-CN' as const,
    person: '欧阳',
    erase: '抹除个人数据',
    export: '导出个人数据',
    start: '开始抹除',
    done: '已完成',
    add: '添加词',
    word: '词',
    found: /将被替换的文本/,
    width: 1440,
  },
  {
    tongue: 'en' as const,
    person: 'Ouyang',
    erase: 'Erase personal data',
    export: 'Export personal data',
    start: 'Erase',
    done: 'Done',
    add: 'Add a word',
    word: 'Word',
    found: /Texts in which words are replaced/,
    width: 390,
  },
]) {
  test(`a contact is handed out, and then forgotten (${words.tongue})`, async ({ page }) => {
    const heard = complaints(page);
    await page.setViewportSize({
      width: words.width,
      height: words.width === 390 ? 844 : 900,
    });
    await become(page, 'operations', words.tongue);
    await page.goto('/');
    const name = `${words.person}${Date.now()}`;
    const id = await contact(page, name, 'all');
    const nick = `${words.person} Tea`;
    await page.request.get('/api/session');
    const { customer } = (await (await page.request.get(`/api/contacts/${id}`)).json()) as {
      customer: { id: string };
    };
    const wrote = await page.request.post('/api/activities', {
      data: {
        kind: 'CALL',
        text: `${name} asked for tea; call ${nick}`,
        customer: customer.id,
        contact: id,
      },
      headers: {
        'X-XSRF-TOKEN': (await page.context().cookies()).find(one => one.name === 'XSRF-TOKEN')!.value,
        'Idempotency-Key': crypto.randomUUID(),
      },
    });
    expect(wrote.status(), await wrote.text()).toBe(201);
    const call = ((await wrote.json()) as { id: string }).id;

    await page.goto(`/contacts/${id}`);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: words.export }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.zip$/);

    await page.getByRole('link', { name: words.erase }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(page.getByRole('region', { name: words.found })).toContainText('asked for tea');
    await page.getByRole('textbox', { name: words.word, exact: true }).fill(nick);
    await page.getByRole('button', { name: words.add }).click();
    await expect(page.getByRole('listitem').filter({ hasText: nick }).first()).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({
      path: `test-results/erase-${words.tongue}.png`,
      fullPage: true,
    });
    await page.getByRole('button', { name: words.start, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.start, exact: true }).click();
    await expect(page).toHaveURL(/\/erasures\?open=/);
    await expect(drawer(page).getByText(words.done, { exact: true })).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/erased-${words.tongue}.png` });

    const told = (await (await page.request.get(`/api/activities/${call}`)).json()) as { text: string };
    expect(told.text).toBe('▮▮▮ asked for tea; call ▮▮▮');
    expect((await page.request.get(`/api/contacts/${id}`)).status()).toBe(404);

    await page.goto('/due-contacts');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/due-${words.tongue}.png` });
    expect(heard).toEqual([]);
  });
}
