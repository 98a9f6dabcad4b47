import { expect, test, type Page } from '@playwright/test';
import { Company } from '../support/company.ts';
import { complaints, expectWhole } from '../support/healthy.ts';
import { payloads } from '../support/hostile.ts';
import { setupToken, spare, startSpare } from '../support/servers.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ baseURL: spare.url });
test.setTimeout(300_000);
// What the first makes, the others look at.
test.describe.configure({ mode: 'serial' });

const password = 'ledger and abacus';
let stop: (() => Promise<void>) | null = null;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  stop = await startSpare();
});
test.afterAll(async () => {
  await stop?.();
});

/** Notes what a page does that nobody asked it for. */
async function watch(page: Page) {
  const heard = complaints(page);
  page.on('dialog', dialog => {
    heard.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', popup => heard.push(`another window: ${popup.url()}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`against the policy: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return heard;
}

async function expectNothingRan(page: Page, where: string) {
  expect(await page.evaluate(() => (window as { ran?: number }).ran), `a script ran at ${where}`).toBeUndefined();
  const links = await page.locator('a[href]').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).protocol));
  expect(links.filter(protocol => !/^(https?|mailto|tel):$/.test(protocol)), where).toEqual([]);
  expect(await page.locator('iframe, object, embed, script:not([src])').count(), where).toBe(0);
}

async function visit(page: Page, path: string) {
  await expectWhole(page, path);
  await expectNothingRan(page, path);
}

async function menuOf(page: Page) {
  await page.goto('/');
  const links = page.getByRole('navigation').first().getByRole('link');
  await expect(links.first()).toBeVisible();
  return links.evaluateAll(all => [...new Set(all.map(link => link.getAttribute('href') ?? '/'))]);
}

test('markup that gets into the page does nothing, and is heard of', async ({ page }) => {
  const heard = await watch(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  expect(heard).toEqual([]);
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      `<img src="data:," onerror="window.ran=1"><style>body { background: red }</style><iframe srcdoc="x"></iframe>
       <a href="javascript:window.ran=2" id="trap">x</a>`,
    ),
  );
  await page.evaluate(() => document.getElementById('trap')!.click());
  await expect.poll(() => heard.join('\n')).toContain('against the policy: script-src-attr inline');
  const all = heard.join('\n');
  expect(all).toContain('against the policy: style-src-elem inline');
  expect(all).toMatch(/against the policy: script-src-elem inline/);
  expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
});

test('no text that anybody stores runs, breaks out or breaks the page, wherever it is shown', async ({ page }) => {
  const heard = await watch(page);
  const company = new Company(page.request);
  await company.setUp(setupToken(spare), password);
  await company.fill();
  const changed = await company.change();
  expect(changed).toEqual(expect.arrayContaining(['customers', 'opportunities', 'products', 'people', 'tasks']));
  for (const { path, ids, fields } of company.made.values()) {
    // A rate is a currency, a day and a number: nobody's text.
    if (path === '/api/rates') continue;
    expect(ids.length, `${path} was made too rarely`).toBeGreaterThan(payloads.length / 3);
    expect(fields.size, `${path} took no payload`).toBeGreaterThan(0);
  }

  const menu = await menuOf(page);
  expect(menu.length).toBeGreaterThan(12);
  for (const path of [...menu, '/me', '/imports/new', '/organisation?view=chart']) await visit(page, path);

  // The name of each customer stands in the list as it was typed.
  await page.goto('/customers');
  const customers = (await (await page.request.get('/api/lists/customers/rows')).json()) as { rows: { cells: { name: string } }[] };
  const names = customers.rows.map(({ cells }) => cells.name).filter(name => /^[\x20-\x7e]{1,99}$/.test(name));
  expect(names.length).toBeGreaterThan(6);
  for (const name of names) await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();

  const lists: Record<string, string> = { '/roles': '', '/audit': 'audit' };
  for (const path of menu) {
    const list = lists[path] ?? path.slice(1);
    const answer = list && (await page.request.get(`/api/lists/${list}/rows?size=3`));
    if (!answer || !answer.ok()) continue;
    const { rows } = (await answer.json()) as { rows: { id: string }[] };
    const description = (await (await page.request.get(`/api/lists/${list}`)).json()) as { groups: string[] };
    if (rows[0]) await visit(page, `${path}?open=${rows[0].id}`);
    await visit(page, `${path}?q=${encodeURIComponent(payloads[1]!)}`);
    if (description.groups?.length) await visit(page, `${path}?layout=kanban`);
  }
  expect(heard).toEqual([]);
});

test('nor on the page of any record, in its forms and its history', async ({ page }) => {
  const heard = await watch(page);
  await signIn(page, 'admin', password);
  for (const list of ['customers', 'contacts', 'opportunities', 'products', 'people']) {
    const { rows } = (await (await page.request.get(`/api/lists/${list}/rows?size=100`)).json()) as { rows: { id: string }[] };
    expect(rows.length).toBeGreaterThan(3);
    // The first is the latest; the last was changed and has a history.
    for (const { id } of [rows[0]!, rows[4] ?? rows[1]!, rows.at(-1)!]) await visit(page, `/${list}/${id}`);
    const edit = page.getByRole('button', { name: /^编辑/ }).first();
    if (await edit.isVisible()) {
      await edit.click();
      await expect(page.getByRole('dialog').first()).toBeVisible();
      await expectNothingRan(page, `the form of ${list}`);
    }
    await visit(page, `/${list}?create=1`);
  }
  await visit(page, '/');
  await page.keyboard.press('Control+k');
  for (const text of [payloads[0]!, payloads[1]!, 'HYPERLINK']) {
    const found = page.waitForResponse(/\/api\/search\?/);
    await page.getByRole('dialog').getByRole('combobox').fill(text);
    await found;
    await expectNothingRan(page, `looking for ${text}`);
  }
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(heard).toEqual([]);
});

test('nor in a file that is imported', async ({ page }) => {
  const heard = await watch(page);
  await signIn(page, 'admin', password);
  const company = new Company(page.request);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header = ['名称', '英文名称', '客户来源', '行业', '员工人数', '地址', ...payloads.slice(0, 3)];
  const rows = payloads.map((_, turn) => header.map((_, at) => `${payloads[(turn + at) % payloads.length]}${at === 0 ? ' 进口' : ''}`));
  const csv = [header, ...rows].map(line => line.map(quoted).join(',')).join('\r\n');
  await page.goto('/imports/new?kind=customers');
  await expectNothingRan(page, 'a new import');
  await page.locator('input[type=file]').setInputFiles({
    name: `<img src=x onerror='window.ran=20'>.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  const at = new URL(page.url()).pathname;
  const show = async () => {
    for (const step of ['layout', 'columns', 'values', 'check', 'result']) await visit(page, `${at}?step=${step}`);
  };
  await show();
  const state = async () => ((await (await page.request.get(`/api${at}`)).json()) as { state: string }).state;
  const { columns } = (await (await page.request.get(`/api${at}`)).json()) as { columns: unknown[] };
  expect(columns.length).toBe(header.length);
  expect((await company.send('POST', `/api${at}/check`)).ok()).toBe(true);
  await expect.poll(state, { timeout: 30_000 }).toBe('CHECKED');
  await show();
  for (const outcome of ['CREATED', 'REFUSED']) await visit(page, `${at}?step=check&rows=${outcome}`);
  const run = await company.send('POST', `/api${at}/run`, { withRefused: true });
  if (run.ok()) await expect.poll(state, { timeout: 30_000 }).not.toBe('RUNNING');
  await show();
  await visit(page, '/imports');
  await visit(page, '/jobs');
  expect(heard).toEqual([]);
});
