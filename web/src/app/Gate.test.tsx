import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { ProblemAlert } from '@/shared/ui';
import { useRows } from '@/shared/lists';
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

function Rows() {
  const { error } = useRows('customers', { filter: null });
  return <ProblemAlert error={error} />;
}

test('a session that ended on the server ends here too', async () => {
  answer({ 'GET /api/lists/customers/rows': () => problem(401, 'not-signed-in') });
  const { client } = stage({ '/': <Rows /> }, '/');
  await waitFor(() =>
    expect(client.getQueryData(['session'])).toMatchObject({ state: 'ANONYMOUS', me: null }),
  );
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
