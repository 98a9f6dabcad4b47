import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { expire, leave } from '@/shared/api';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { ProblemAlert } from '@/shared/ui';
import { nameOf, useRows } from '@/shared/lists';
import { rememberName } from '@/shared/lists/names';
import SignInPage from '@/features/session/SignInPage';
import { Gate, wayBack } from './Gate';

afterEach(() => vi.unstubAllGlobals());

test('only paths of this site are a way back', () => {
  expect(wayBack('?return=%2Fcustomers%3Fq%3Da')).toBe('/customers?q=a');
  for (const bad of ['https://x.example', '//x.example', '/\\x.example', 'javascript:alert(1)']) {
    expect(wayBack(`?return=${encodeURIComponent(bad)}`)).toBe('/');
  }
});

test('who is not signed in is led to sign-in, with the way back', async () => {
  const { router } = stage({ '/customers': <Gate />, '/sign-in': <p>sign in</p> }, '/customers?q=a', {
    ...session,
    state: 'ANONYMOUS',
    me: null,
  });
  await screen.findByText('sign in');
  expect(router.state.location.search).toBe('?return=%2Fcustomers%3Fq%3Da');
});

test('where the server cannot be reached the page that says so stays while it is asked again', async () => {
  let asked = 0;
  const lost = vi.fn(() => {
    asked++;
    return Promise.reject(new TypeError('no network'));
  });
  vi.stubGlobal('fetch', lost);
  const { client } = stage({ '/customers': <Gate /> }, '/customers', null as never);
  void client.resetQueries({ queryKey: ['session'] });
  await screen.findByRole('heading', { name: '现在离线' }, { timeout: 15_000 });
  const heading = screen.getByRole('heading', { name: '现在离线' });
  const before = asked;
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  await waitFor(() => expect(asked).toBeGreaterThan(before));
  expect(document.body.contains(heading)).toBe(true);
  expect(asked).toBeLessThan(30);
});

function Rows() {
  const { error } = useRows('customers', { filter: null });
  return (
    <>
      <ProblemAlert error={error} />
      <input aria-label="备注" />
    </>
  );
}
const guarded = (page: ReactNode) => ({
  element: <Gate />,
  children: [
    { path: '/customers', element: page },
    { path: '/', element: <p>首页</p> },
    { path: '/sign-in', element: <p>sign in</p> },
  ],
});

test('what was typed survives a session that ended on the server', async () => {
  let ended = false;
  answer({
    'GET /api/lists/customers/rows': () =>
      ended
        ? problem(401, 'not-signed-in')
        : { rows: [], total: 0, sums: {}, page: 1, size: 50, before: null, after: null },
    'POST /api/session': () => {
      ended = false;
      return session;
    },
  });
  const { client } = stage([guarded(<Rows />)], '/customers');
  await userEvent.type(await screen.findByLabelText('备注'), '明天再打');
  ended = true;
  await client.invalidateQueries({ queryKey: ['lists'] });
  await userEvent.type(await screen.findByLabelText('密码'), 'secret');
  expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('li.na');
  await userEvent.click(screen.getByRole('button', { name: '继续' }));
  await waitFor(() => expect(screen.queryByLabelText('密码')).toBeNull());
  expect(screen.getByLabelText<HTMLInputElement>('备注').value).toBe('明天再打');
});

test('a demo person goes on by a click', async () => {
  const persona = {
    username: 'li.na',
    name: '李娜',
    role: 'salesperson',
    roleName: '销售',
    roleNameEn: 'Sales',
  };
  const demo = { ...session, demo: true, personas: [persona] };
  const requests = answer({ 'POST /api/session/persona': () => demo });
  const { client } = stage([guarded(<p>客户</p>)], '/customers', demo);
  await act(async () => expire(client));
  await userEvent.click(await screen.findByRole('button', { name: '继续' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '继续' })).toBeNull());
  expect(requests.map(({ url }) => url.pathname)).toEqual(['/api/session/persona']);
});

test('nothing of one person is left for the next', async () => {
  const { client } = stage([guarded(<p>客户</p>)], '/customers');
  client.setQueryData(['lists', 'customers', 'rows'], ['恒远机电']);
  rememberName({ id: 'c1', name: '恒远机电' });
  await act(async () => leave(client, 'left'));
  await screen.findByText('sign in');
  expect(client.getQueryData(['lists', 'customers', 'rows'])).toBeUndefined();
  expect(nameOf('c1')).toBeUndefined();
});

test('leaving keeps no way back, being told to sign in does', async () => {
  const { client, router } = stage([guarded(<p>客户</p>)], '/customers?q=a');
  await act(async () => expire(client));
  await userEvent.click(await screen.findByRole('button', { name: /换一个人/ }));
  await screen.findByText('sign in');
  expect(router.state.location.search).toBe('?return=%2Fcustomers%3Fq%3Da');
  const other = stage([guarded(<p>客户</p>)], '/customers?q=a');
  await act(async () => leave(other.client, 'left'));
  await waitFor(() => expect(other.router.state.location.pathname).toBe('/sign-in'));
  expect(other.router.state.location.search).toBe('');
});

test('when another tab signed in somebody else, this one starts anew at home', async () => {
  const wang = { ...session.me!, id: 'p2', name: '王强' };
  answer({ 'GET /api/session': () => ({ ...session, me: wang }) });
  const { client, router } = stage([guarded(<p>客户</p>)], '/customers');
  await screen.findByText('客户');
  client.setQueryData(['lists', 'customers', 'rows'], ['恒远机电']);
  await act(() => client.invalidateQueries({ queryKey: ['session'] }));
  expect(await screen.findByText('首页')).toBeTruthy();
  expect(await screen.findByText(/现在登录的是王强/)).toBeTruthy();
  expect(router.state.location.pathname).toBe('/');
  expect(client.getQueryData(['lists', 'customers', 'rows'])).toBeUndefined();
});

test('a failing question who is here leaves the page standing', async () => {
  answer({ 'GET /api/session': () => problem(500, 'broken') });
  const { client } = stage([guarded(<p>客户</p>)], '/customers');
  await screen.findByText('客户');
  await act(() => client.invalidateQueries({ queryKey: ['session'] }));
  expect(screen.getByText('客户')).toBeTruthy();
});

test('a wrong password is said where it was typed', async () => {
  answer({ 'POST /api/session': () => problem(401, 'sign-in-failed', { detail: '用户名或密码不正确。' }) });
  stage({ '/': <SignInPage /> }, '/', { ...session, state: 'ANONYMOUS', me: null });
  await userEvent.type(screen.getByLabelText('用户名'), 'li.na');
  await userEvent.type(screen.getByLabelText('密码'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('用户名或密码不正确。')).toBeTruthy();
});

test('people to try are offered with the names of their roles', () => {
  const persona = {
    username: 'demo-manager',
    name: '王强',
    role: 'manager',
    roleName: '销售经理',
    roleNameEn: 'Sales manager',
  };
  stage({ '/': <SignInPage /> }, '/', { ...session, state: 'ANONYMOUS', me: null, personas: [persona] });
  expect(screen.getByRole('button', { name: /王强.*销售经理/ })).toBeTruthy();
});
