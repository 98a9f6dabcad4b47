import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, session, stage } from '@/shared/testing/stage';
import SetupPage from './SetupPage';

afterEach(() => vi.unstubAllGlobals());

test('a demo company that could not be prepared is not said to be ready', async () => {
  answer({
    'POST /api/setup/token': () => undefined,
    'POST /api/setup': () => ({ job: 'j1' }),
    'GET /api/jobs/j1': () => ({ id: 'j1', title: '演示公司', state: 'FAILED', done: 1, total: 9 }),
  });
  stage({ '/': <SetupPage /> }, '/', { ...session, state: 'SETUP', me: null });
  const next = () => userEvent.click(screen.getByRole('button', { name: /下一步|完成设置/ }));
  await userEvent.type(await screen.findByLabelText('设置令牌'), 'abc');
  await next();
  await userEvent.type(await screen.findByLabelText('姓名'), '李娜');
  await userEvent.type(screen.getByLabelText('用户名'), 'li.na');
  await userEvent.type(screen.getByLabelText('密码'), '1234567890');
  await next();
  await userEvent.type(await screen.findByLabelText('中文名称'), '衡川');
  await userEvent.type(screen.getByLabelText('英文名称'), 'Hengchuan');
  await next();
  await screen.findByText('从哪里开始');
  await next();
  expect(await screen.findByText('演示数据没有建成')).toBeTruthy();
  expect(screen.queryByText('准备就绪')).toBeNull();
  expect(screen.getByRole('button', { name: '仍然进入' })).toBeTruthy();
});
