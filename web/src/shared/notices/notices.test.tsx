import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setTimeZone } from '@/shared/i18n';
import { answer, stage } from '@/shared/testing/stage';
import { noticePath, type Notice } from './data';
import { NoticeList } from './NoticeList';
import Preferences from './Preferences';

beforeEach(() => setTimeZone('Asia/Shanghai'));
afterEach(() => vi.unstubAllGlobals());

const notice: Notice = {
  id: 'n2',
  kind: 'assigned',
  text: '周组长把客户「晨星」交给了你',
  label: '客户',
  list: 'customers',
  record: 'c1',
  gone: false,
  mine: false,
  at: '2026-11-30T01:00:00Z',
  read: false,
};
const gone: Notice = {
  ...notice,
  id: 'n1',
  text: '客户：这条记录已不在你的可见范围内',
  record: null,
  gone: true,
};

test('a notice leads to its record, or to the list, or nowhere', () => {
  expect(noticePath(notice)).toBe('/customers/c1');
  expect(noticePath({ ...notice, list: 'tasks', record: 't1' })).toBe('/tasks?open=t1');
  expect(noticePath({ ...notice, record: null, mine: true })).toBe('/customers?view=mine');
  expect(noticePath(gone)).toBeNull();
  expect(noticePath({ ...notice, kind: 'job-failed', list: null, record: null })).toBe('/jobs');
  expect(noticePath({ ...notice, kind: 'backup-failed', list: null, record: null })).toBeNull();
});

test('notices are opened, which reads them, and read all at once', async () => {
  const read: unknown[] = [];
  const requests = answer({
    'GET /api/notices': () => ({ notices: [notice, gone], next: null }),
    'PUT /api/notices/n2': async (_, request) => void read.push(await request.json()),
    'PUT /api/notices/read': async (_, request) => void read.push(await request.json()),
  });
  const { router } = stage({ '/': <NoticeList />, '/customers/:id': <h1>晨星</h1> }, '/');
  const list = await screen.findByRole('list', { name: '通知' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  expect(within(list).getAllByRole('link')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: '全部标为已读' }));
  await waitFor(() => expect(read).toContainEqual({ upTo: 'n2' }));
  await userEvent.click(within(list).getByRole('link', { name: notice.text }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/customers/c1'));
  expect(read).toContainEqual({ read: true });
  expect(requests[0]!.url.searchParams.get('unread')).toBe('true');
});

test('what one wants to be told is kept', async () => {
  const kept: unknown[] = [];
  answer({
    'GET /api/me/notices': () => ({
      channels: [
        { name: 'app', label: '应用内', ready: true },
        { name: 'mail', label: '邮件', ready: false },
      ],
      kinds: [{ name: 'assigned', label: '记录分配给我', wanted: { app: true, mail: true } }],
      habit: { quietFrom: '22:00:00', quietTo: '07:30:00', digestAt: null },
      address: 'li@example.com',
      timeZone: 'Asia/Shanghai',
      silent: false,
    }),
    'PUT /api/me/notices': async (_, request) => void kept.push(await request.json()),
  });
  stage({ '/': <Preferences /> }, '/');
  await screen.findByText(/没有设置邮件/);
  await userEvent.click(screen.getByRole('checkbox', { name: '记录分配给我：邮件' }));
  await userEvent.click(screen.getByRole('button', { name: /保存|保 存/ }));
  await waitFor(() =>
    expect(kept).toEqual([
      {
        wanted: { assigned: { app: true, mail: false } },
        quietFrom: '22:00',
        quietTo: '07:30',
        digestAt: null,
      },
    ]),
  );
});
