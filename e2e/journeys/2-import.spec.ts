import { expect, test, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { dealsOfFile, files, managersOfFile } from '../support/files.ts';
import { servers } from '../support/servers.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ baseURL: servers.empty.url });
test.setTimeout(600_000);
test.skip(!files, 'shared/data/crm-sales-opportunities is not on this machine');

const next = (page: Page) => page.getByRole('button', { name: '下一步' });
const check = (page: Page) => page.getByRole('button', { name: /^检查 .* 行$/ });

/** The wizard up to the values: the file, its layout, its columns; `unknown` says whether there is something to decide. */
async function upload(page: Page, kind: string, file: string, columns: string, unknown: boolean) {
  await page.goto('/imports');
  await page.getByRole('main').getByRole('link', { name: '新建导入' }).click();
  await page.getByRole('main').getByRole('link', { name: new RegExp(kind) }).click();
  await page.locator('input[type=file]').setInputFiles(resolve(files!, file));
  await expect(page.getByRole('heading', { name: '文件读得对吗？' })).toBeVisible();
  await expect(page.getByText('UTF-8').first()).toBeVisible();
  await next(page).click();
  await expect(page.getByRole('heading', { name: '每一列是什么？' })).toBeVisible();
  await expect(page.getByText(`已对应 ${columns} 列`)).toBeVisible();
  if (unknown) await next(page).click();
}

/** Checks, looks at what would happen, imports and waits for the end. */
async function take(page: Page, rows: number) {
  await check(page).click();
  const go = page.getByRole('button', { name: `导入 ${rows.toLocaleString('zh-CN')} 行` });
  await expect(go).toBeEnabled({ timeout: 180_000 });
  await go.click();
  await expect(page.getByText('导入完成').first()).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText(`新建 ${rows.toLocaleString('zh-CN')}，更新 0，跳过 0，拒绝 0。`)).toBeVisible();
}

/** The exact figures of the sales report, read from the screen's table by their names. */
async function figures(page: Page): Promise<Record<string, string>> {
  await page.goto('/reports');
  // The figures of the period before stay until those of all time have come.
  const come = page.waitForResponse(answer => /\/api\/reports\/sales(\?(?!.*from=)|$)/.test(answer.url()));
  await page.getByText('全部时间', { exact: true }).click();
  await come;
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.getByRole('button', { name: /主要数字/ }).click();
  const table = page.getByRole('region', { name: '主要数字' }).getByRole('row');
  await expect(table.filter({ hasText: '赢单金额' }).first()).toContainText('¥');
  const rows = await table.evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent ?? '')));
  return Object.fromEntries(rows.slice(1).map(([name, value]) => [name ?? '', (value ?? '').replace(/\u00a0/g, ' ')]));
}

/** A chart's table: the exact amounts by name. */
async function amountsOf(page: Page, title: string): Promise<Map<string, string>> {
  const chart = page.getByRole('figure').filter({ hasText: title });
  await chart.getByRole('button', { name: new RegExp(title) }).click();
  const rows = await chart
    .getByRole('row')
    .evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent ?? '')));
  return new Map(rows.slice(1).map(([name, amount]) => [name ?? '', amount ?? '']));
}

test('a company comes in from its own files through the wizard', async ({ page }) => {
  await signIn(page, 'admin', 'ledger and abacus');
  await upload(page, '组织与人员', 'sales_teams.csv', '3 / 3', false);
  await take(page, 35);
  await upload(page, '产品', 'products.csv', '3 / 3', false);
  await take(page, 7);

  await upload(page, '客户与联系人', 'accounts.csv', '6 / 7', true);
  const sector = page.getByRole('row').filter({ hasText: 'technolgy' });
  await expect(sector).toContainText('12');
  await sector.getByRole('button', { name: /采用建议/ }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await take(page, 85);

  await upload(page, '商机', 'sales_pipeline.csv', '8 / 8', true);
  const alias = page.getByRole('row').filter({ hasText: 'GTXPro' });
  await expect(alias).toContainText('1,480');
  await alias.getByRole('button', { name: /采用建议/ }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await take(page, 8800);
});

test('a second import of the same file changes nothing', async ({ page }) => {
  await signIn(page, 'admin', 'ledger and abacus');
  await upload(page, '商机', 'sales_pipeline.csv', '8 / 8', false);
  await check(page).click();
  await expect(page.getByText('没有需要改动的内容')).toBeVisible({ timeout: 180_000 });
});

test('the organisation is the one of the file', async ({ page }) => {
  await signIn(page, 'admin', 'ledger and abacus');
  await page.goto('/organisation');
  for (const office of ['Central', 'East', 'West']) {
    await expect(page.getByRole('treeitem', { name: new RegExp(office) }).first()).toBeVisible();
  }
  const people = (await (await page.request.get('/api/lists/people/rows?size=100')).json()) as {
    rows: { cells: { name: string } }[];
  };
  const names = new Set(people.rows.map(({ cells }) => cells.name));
  expect([...managersOfFile()].flat().filter(name => !names.has(name))).toEqual([]);
});

test('the numbers on the screen are those of the files, and each opens its list', async ({ page }) => {
  await signIn(page, 'admin', 'ledger and abacus');
  const shown = await figures(page);
  expect(shown).toMatchObject({
    赢单金额: '¥10,005,534.00',
    赢单数: '4,238',
    输单数: '2,473',
    在谈商机数: '2,089',
    平均单额: '¥2,360.91',
  });
  expect(shown['赢单率']).toContain('63.15%');
  expect(shown['平均成交周期']).toContain('51.78');
  expect(shown['结单 n']).toBe('6,711');

  const regions = await amountsOf(page, '部门赢单金额');
  expect(regions.get('West')).toContain('3,568,647');
  expect(regions.get('Central')).toContain('3,346,293');
  expect(regions.get('East')).toContain('3,090,594');
  const people = await amountsOf(page, '人员排行');
  expect([...people.values()][0]).toContain('1,153,214');
  const funnel = await amountsOf(page, '在谈漏斗');
  expect([...funnel.keys()].slice(0, 2)).toEqual(['初步接触', '深入洽谈']);

  for (const [name, count] of [
    ['赢单数', '4,238'],
    ['输单数', '2,473'],
    ['在谈商机数', '2,089'],
    ['结单 n', '6,711'],
  ]) {
    await figures(page);
    await page.getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/opportunities\?/);
    await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
  }
  await figures(page);
  await amountsOf(page, '部门赢单金额');
  await page.getByRole('row').filter({ hasText: 'West' }).getByRole('link').first().click();
  await expect(page.getByText('¥357 万').first()).toBeVisible();

  await amountsOfStages(page);
});

/** 500 stand in the first stage, 1,589 in the second; each number opens exactly those. */
async function amountsOfStages(page: Page) {
  for (const [stage, count] of [
    ['初步接触', '500'],
    ['深入洽谈', '1,589'],
  ]) {
    await page.goto('/reports');
    await page.getByText('全部时间', { exact: true }).click();
    await amountsOf(page, '在谈漏斗');
    const row = page.getByRole('row').filter({ hasText: stage });
    await row.getByRole('link', { name: count, exact: true }).first().click();
    await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
  }
}

test('each person sees their own part of the numbers', async ({ page }) => {
  await signIn(page, 'admin', 'ledger and abacus');
  await page.request.get('/api/session');
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const people = (await (await page.request.get('/api/lists/people/rows?size=100')).json()) as {
    rows: { id: string; cells: { name: string } }[];
  };
  const managers = managersOfFile();
  const deals = dealsOfFile();
  const won = (owners: string[]) => deals.filter(({ owner, stage }) => stage === 'Won' && owners.includes(owner));
  const personas = [
    { name: 'Darcel Schlecht', username: 'darcel', role: 'salesperson', owners: ['Darcel Schlecht'] },
    {
      name: 'Melvin Marxen',
      username: 'melvin',
      role: 'manager',
      owners: [...managers].filter(([, manager]) => manager === 'Melvin Marxen').map(([owner]) => owner),
    },
  ];
  for (const { name, username, role } of personas) {
    const opened = await page.request.post('/api/accounts', {
      data: {
        person: people.rows.find(({ cells }) => cells.name === name)!.id,
        username,
        password: 'counting the beans',
        language: 'zh-CN',
        roles: [role],
      },
      headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() },
    });
    expect(opened.status(), await opened.text()).toBe(201);
  }
  for (const { username, owners } of personas) {
    await page.context().clearCookies();
    await signIn(page, username, 'counting the beans');
    const shown = await figures(page);
    const mine = won(owners);
    expect(shown['赢单数']).toBe(mine.length.toLocaleString('zh-CN'));
    expect(shown['赢单金额']).toBe(`¥${mine.reduce((sum, { value }) => sum + value, 0).toLocaleString('zh-CN')}.00`);
  }
});
