import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { offerLanguage, switchLanguage } from '@/shared/i18n';
import { Shell } from './Shell';

afterEach(async () => {
  vi.unstubAllGlobals();
  await switchLanguage('zh-CN');
});

const rows = (...cells: Record<string, string>[]) => ({
  rows: cells.map((one, index) => ({ id: `r${index}`, cells: one })),
  total: cells.length,
  sums: {},
  page: 1,
  size: 5,
  before: null,
  after: null,
});
const seller = {
  ...session,
  me: { ...session.me!, permissions: { 'customers:read': 'OWN', 'opportunities:read': 'OWN' } },
} as const;

function shell(paths: Parameters<typeof answer>[0] = {}) {
  const requests = answer(paths);
  const view = stage(
    [
      {
        element: <Shell />,
        children: [
          { path: '/customers', element: <Link to="/customers/r1">恒远</Link> },
          { path: '/customers/:id', element: <h1>恒远机电</h1> },
        ],
      },
    ],
    '/customers',
    seller,
  );
  return { ...view, requests };
}

test('the palette finds records of the lists one may read, and opens them by keyboard', async () => {
  const { router, requests } = shell({
    'GET /api/lists/customers/rows': () => rows({ name: '恒远机电' }, { name: '恒远仪器', city: '上海' }),
    'GET /api/lists/contacts/rows': () => rows(),
    'GET /api/lists/opportunities/rows': () => rows(),
  });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: '搜索' }), '恒远');
  const group = await screen.findByRole('group', { name: '客户' });
  expect(within(group).getAllByRole('option')).toHaveLength(2);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/r1'));
  expect(requests.map(({ url }) => url.pathname)).not.toContain('/api/lists/people/rows');
});

test('arriving at a page puts the focus on its heading and its name in the title', async () => {
  shell();
  await userEvent.click(await screen.findByRole('link', { name: '恒远' }));
  const heading = await screen.findByRole('heading', { name: '恒远机电' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(document.title).toBe('恒远机电 · 掌柜');
});

test('a language that could not be kept is said', async () => {
  shell({ 'PUT /api/me/language': () => problem(503, 'unavailable', { detail: '数据库暂时不可用。' }) });
  await userEvent.click(await screen.findByRole('button', { name: '切换为 English' }));
  expect(await screen.findAllByText('数据库暂时不可用。')).not.toHaveLength(0);
});

test('the company’s language serves only who has chosen none on this device', async () => {
  await act(() => offerLanguage('en'));
  expect(document.documentElement.lang).toBe('zh-CN');
  localStorage.clear();
  await act(() => offerLanguage('en'));
  expect(document.documentElement.lang).toBe('en');
});

test('a copy for trying things says so on every page', async () => {
  answer({});
  const copy = { ...seller, company: { ...seller.company!, trialCopy: true } };
  stage(
    [{ element: <Shell />, children: [{ path: '/customers', element: <p>客户</p> }] }],
    '/customers',
    copy,
  );
  expect(await screen.findByRole('complementary', { name: '试用副本' })).toBeTruthy();
});
