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

const hit = (list: string, title: string, more: object = {}) => ({
  list,
  id: `${list}-1`,
  title,
  marks: [],
  beside: [],
  by: null,
  exact: false,
  own: false,
  opened: false,
  ...more,
});
const group = (list: string, label: string, ...hits: unknown[]) => ({ list, label, hits, more: false });
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

const typing = async (text: string) => {
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: '搜索' }), text);
};

test('the palette finds records and opens them by keyboard, with one question for each pause', async () => {
  const { router, requests } = shell({
    'GET /api/search': () => [
      group('opportunities', '商机', hit('opportunities', '恒远二期')),
      group(
        'customers',
        '客户',
        hit('customers', '恒远机电', { marks: [{ from: 0, to: 2 }], own: true }),
        hit('customers', '恒远仪器', { id: 'r1', by: { label: '电话', text: '+8613800138000', marks: [] } }),
      ),
    ],
    'GET /api/search/opened': () => [],
  });
  await typing('恒远');
  const customers = await screen.findByRole('group', { name: '客户' });
  expect(within(customers).getAllByRole('option')).toHaveLength(2);
  expect(within(customers).getByText('恒远', { selector: 'mark' })).toBeTruthy();
  expect(screen.getAllByRole('group').map(one => one.getAttribute('aria-label'))).toEqual(['客户', '商机']);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/r1'));
  expect(requests.filter(({ url }) => url.pathname === '/api/search')).toHaveLength(1);
});

test('an older answer never takes the place of a newer one', async () => {
  const late: (() => void)[] = [];
  shell({
    'GET /api/search': async url => {
      const q = url.searchParams.get('q')!;
      if (q === '恒远') await new Promise<void>(resolve => late.push(resolve));
      return [group('customers', '客户', hit('customers', `找到${q}`))];
    },
    'GET /api/search/opened': () => [],
  });
  await typing('恒远');
  await waitFor(() => expect(late).toHaveLength(1));
  await userEvent.keyboard('机');
  expect(await screen.findByText('找到恒远机')).toBeTruthy();
  await act(async () => late[0]!());
  expect(screen.queryByText('找到恒远')).toBeNull();
});

test('empty, the palette shows what was opened lately and what can be done; pages go by pinyin too', async () => {
  const { router } = shell({
    'GET /api/search/opened': () => [hit('customers', '恒远机电', { opened: true })],
  });
  await typing('a{Backspace}');
  expect(await screen.findByRole('group', { name: '最近打开' })).toBeTruthy();
  expect(screen.getByRole('option', { name: /退出登录/ })).toBeTruthy();
  await userEvent.keyboard('shangji');
  const found = await screen.findByRole('option', { name: /商机/ });
  await userEvent.click(found);
  await waitFor(() => expect(router.state.location.pathname).toBe('/opportunities'));
});

test('a search that failed says so and can be tried again', async () => {
  let works = false;
  shell({
    'GET /api/search': () =>
      works
        ? [group('customers', '客户', hit('customers', '恒远机电'))]
        : problem(422, 'invalid', { detail: '不能这样搜索。' }),
    'GET /api/search/opened': () => [],
  });
  await typing('恒远');
  expect(await screen.findByText('不能这样搜索。')).toBeTruthy();
  works = true;
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('恒远机电')).toBeTruthy();
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
