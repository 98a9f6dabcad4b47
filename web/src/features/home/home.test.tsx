import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { decodeFilter } from '@/shared/lists';
import type { SalesReport } from '@/shared/reports';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import HomePage from './HomePage';

const drill = { list: 'opportunities', filter: { all: [] } };
const report: SalesReport = {
  currency: 'CNY',
  won: { count: 4238, amount: 10_005_534, otherCurrencies: 0, drill },
  lost: { count: 2473, amount: 5_000_000, otherCurrencies: 0, drill },
  open: { count: 2089, amount: 6_000_000, otherCurrencies: 0, drill },
  winRate: { rate: 63.15, low: 61.99, high: 64.3, n: 6711 },
  averageWon: 2360.91,
  cycleDays: 51.78,
  funnel: [],
  months: [],
  units: [],
  people: [],
  products: [],
  otherCurrencies: 0,
  asOf: null,
};
const none = { rows: [], total: 0, sums: {}, page: 1, size: 50, before: null, after: null };
const one = (cells: object) => ({ ...none, rows: [{ id: 'r1', cells }], total: 1 });

const at = (reach: 'OWN' | 'ALL', more: Parameters<typeof answer>[0] = {}) => {
  const requests = answer({
    'GET /api/reports/sales': url => ({
      ...report,
      won: { ...report.won, amount: url.searchParams.get('from')?.startsWith('2025') ? 8e6 : 10_005_534 },
    }),
    'GET /api/reports/units': () => [],
    'GET /api/lists/opportunities/rows': () =>
      one({ name: '产线检测', amount: { amount: 120_000, currency: 'CNY' }, expectedClose: '2020-01-01' }),
    'GET /api/lists/customers/rows': () => none,
    'GET /api/lists/tasks/rows': () => one({ title: '发报价单', dueOn: '2020-01-01', doneAt: null }),
    ...more,
  });
  const permissions = {
    'opportunities:read': reach,
    'customers:read': reach,
    'activities:read': reach,
    'activities:edit': reach,
    'activities:create': reach,
    'opportunities:create': reach,
    'reports:read': reach,
  };
  stage({ '/': <HomePage /> }, '/', { ...session, me: { ...session.me!, permissions } });
  return requests;
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a salesperson sees the day: what is due, how far they are, and lists that open as filters', async () => {
  const requests = at('OWN');
  expect(await screen.findByText('发报价单')).toBeTruthy();
  expect(screen.getByLabelText('完成“发报价单”')).toBeTruthy();
  expect(await screen.findByText('本月赢单')).toBeTruthy();
  const tile = screen.getByRole('region', { name: /^没有下一步/ });
  await within(tile).findByText('产线检测');
  const link = within(tile).getByRole('link', { name: /^没有下一步/ });
  const params = new URL(link.getAttribute('href') ?? '', 'http://x').searchParams;
  expect(params.get('view')).toBe('all');
  expect(decodeFilter(params.get('filter'))).toEqual({
    all: [
      { column: 'outcome', operator: 'IS', values: ['OPEN'] },
      { column: 'nextStepOn', operator: 'EMPTY' },
      { column: 'owner', operator: 'ME' },
    ],
  });
  // What the link opens is what was counted.
  expect(requests.some(({ url }) => url.searchParams.get('filter') === params.get('filter'))).toBe(true);
});

test('who answers for others sees the team first: the win rate with its interval and n', async () => {
  at('ALL');
  expect(await screen.findByText('95%：62.0–64.3，n = 6,711')).toBeTruthy();
  const rate = screen.getByText('63.2%');
  expect(rate.getAttribute('title')).toBe('63.15%');
  expect(screen.getByText('¥1,001 万').getAttribute('title')).toBe('¥10,005,534.00');
  expect(screen.getByText('51.8 天')).toBeTruthy();
});

test('every figure is there exactly, without hovering: spoken by its tile, and in a table that leads on', async () => {
  at('ALL');
  const tile = await screen.findByRole('link', { name: /^赢单率 63.15%/ });
  expect(tile.getAttribute('aria-label')).toBe('赢单率 63.15%、95% 区间 61.99–64.30%、结单 n 6,711');
  await userEvent.click(screen.getByRole('button', { name: '以表格查看“主要数字”' }));
  const table = await screen.findByRole('region', { name: '主要数字' });
  for (const value of ['¥10,005,534.00', '4,238', '¥2,360.91', '51.78 天', '63.15%']) {
    const [link] = within(table).getAllByRole('link', { name: value });
    expect(link?.getAttribute('href')).toMatch(/^\/opportunities\?/);
  }
});

test('one department alone is no ranking, and a company with two pipelines can look at one', async () => {
  const part = { id: 'u1', name: '华东', amount: 1, count: 1, winRate: null, drill };
  const pipeline = (id: string, label: string) => ({ id, label, retired: false, stages: [] });
  const requests = at('ALL', {
    'GET /api/reports/sales': () => ({ ...report, units: [part] }),
    'GET /api/pipelines': () => [pipeline('p1', '直销'), pipeline('p2', '渠道')],
  });
  expect(await screen.findByText('人员排行')).toBeTruthy();
  expect(screen.queryByText('部门赢单金额')).toBeNull();
  await userEvent.click(await screen.findByRole('combobox', { name: '销售流程' }));
  await userEvent.click(await screen.findByTitle('渠道'));
  await waitFor(() =>
    expect(requests.some(({ url }) => url.searchParams.get('pipeline') === 'p2')).toBe(true),
  );
});

test('my win rate opens the deals won and lost, not another page of figures', async () => {
  at('OWN');
  const tile = await screen.findByRole('link', { name: /^本财年赢单率 63.15%/ });
  expect(tile.getAttribute('href')).toMatch(/^\/opportunities\?/);
});

test('with nothing there yet, one thing to do is offered', async () => {
  at('OWN', { 'GET /api/lists/opportunities/rows': () => none });
  const link = await screen.findByRole('link', { name: '新建第一个商机' });
  expect(link.getAttribute('href')).toBe('/opportunities?create=1');
});

test('a failure is said where it happened, with its code', async () => {
  at('OWN', { 'GET /api/lists/tasks/rows': () => problem(500, 'internal') });
  await waitFor(() => expect(screen.getByText('代码 internal')).toBeTruthy());
  expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
});
