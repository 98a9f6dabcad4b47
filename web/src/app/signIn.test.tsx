import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { expire } from '@/shared/api';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { browserName } from '@/features/session/browser';
import SignInPage from '@/features/session/SignInPage';
import { Gate } from './Gate';

afterEach(() => vi.unstubAllGlobals());

const nobody = { ...session, state: 'ANONYMOUS' as const, me: null };
const pages = [
  {
    element: <Gate />,
    children: [
      { path: '/', element: <p>首页</p> },
      { path: '/customers', element: <p>客户</p> },
      { path: '/sign-in', element: <SignInPage /> },
    ],
  },
];
const enterPassword = async () => {
  await userEvent.type(await screen.findByLabelText('用户名'), 'li.na');
  await userEvent.type(screen.getByLabelText('密码'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
};

test('after the password the code is asked for, and a wrong one is said where it was typed', async () => {
  let code = '';
  answer({
    'POST /api/session': () => ({ ...nobody, state: 'CODE' }),
    'POST /api/session/second-factor': async (_, request) => {
      code = ((await request.json()) as { code: string }).code;
      const errors = [{ field: 'code', code: 'code-wrong', message: '验证码不正确' }];
      return code === '123456' ? session : problem(422, 'invalid', { errors });
    },
  });
  stage(pages, '/sign-in?return=%2Fcustomers', nobody);
  await enterPassword();
  await userEvent.type(await screen.findByLabelText('验证码'), '000000');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('验证码不正确')).toBeTruthy();
  await userEvent.clear(screen.getByLabelText('验证码'));
  await userEvent.type(screen.getByLabelText('验证码'), '123456{Enter}');
  expect(await screen.findByText('客户')).toBeTruthy();
});

test('recovery codes stay on the screen until they are put away, whatever the session is meanwhile', async () => {
  const recoveryCodes = ['AAAA-BBBB-CCCC-DDDD'];
  answer({
    'POST /api/session': () => ({ ...nobody, state: 'ENROLMENT' }),
    'POST /api/session/second-factor/enrolment': () => ({ secret: 'ABCDEFGH', uri: 'otpauth://totp/x' }),
    'PUT /api/session/second-factor/enrolment': () => ({ recoveryCodes, session }),
    'GET /api/session': () => session,
  });
  const { client } = stage(pages, '/sign-in', nobody);
  await enterPassword();
  expect(await screen.findByText('ABCD EFGH')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('应用显示的 6 位验证码'), '123456');
  await userEvent.click(screen.getByRole('button', { name: '确认启用' }));
  expect(await screen.findByText('AAAA-BBBB-CCCC-DDDD')).toBeTruthy();
  await act(() => client.invalidateQueries({ queryKey: ['session'] }));
  // The page is drawn anew for the person who is in now.
  await act(() => new Promise(resolve => setTimeout(resolve, 50)));
  expect(screen.getByText('AAAA-BBBB-CCCC-DDDD')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '已保存好' }));
  expect(await screen.findByText('首页')).toBeTruthy();
});

test('a session that ended asks for both again above the page', async () => {
  answer({
    'POST /api/session': () => ({ ...nobody, state: 'CODE' }),
    'POST /api/session/second-factor': () => session,
  });
  const { client } = stage(pages, '/customers');
  await screen.findByText('客户');
  await act(async () => expire(client));
  await userEvent.type(await screen.findByLabelText('密码'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: '继续' }));
  await userEvent.type(await screen.findByLabelText('验证码'), '123456');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  await waitFor(() => expect(screen.queryByLabelText('验证码')).toBeNull());
  expect(screen.getByText('客户')).toBeTruthy();
});

test('the company’s own sign-in is offered by its name and alone where passwords are off', async () => {
  stage(pages, '/sign-in?return=%2Fcustomers&problem=unknown', {
    ...nobody,
    passwords: false,
    provider: '衡川统一认证',
  });
  const button = await screen.findByRole('link', { name: '用衡川统一认证登录' });
  expect(button.getAttribute('href')).toBe('/api/session/provider?return=%2Fcustomers');
  expect(screen.queryByLabelText('密码')).toBeNull();
  expect(screen.getByText(/这里没有与您对应的账号/)).toBeTruthy();
});

test('browsers are called what people call them', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
  expect(browserName(`${windows} Chrome/140.0 Safari/537.36 Edg/140.0`)).toBe('Edge · Windows');
  expect(browserName(`${windows} Chrome/140.0 Safari/537.36`)).toBe('Chrome · Windows');
  expect(
    browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'),
  ).toBe('Safari · iOS');
  expect(browserName('curl/8')).toBeNull();
  expect(browserName(null)).toBeNull();
});
