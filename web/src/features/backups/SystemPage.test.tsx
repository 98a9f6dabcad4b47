import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setTimeZone } from '@/shared/i18n';
import { answer, stage } from '@/shared/testing/stage';
import SystemPage from './SystemPage';

beforeEach(() => setTimeZone('Asia/Shanghai'));
afterEach(() => vi.unstubAllGlobals());

const schedule = {
  enabled: false,
  at: '02:00',
  daily: 7,
  weekly: 4,
  doneOn: null,
  triedAt: null,
  failed: null,
  version: 1,
};
const installation = {
  version: '1.0',
  java: '25',
  postgres: '18.6',
  startedAt: '2026-11-30T01:00:00Z',
  memoryUsed: 1024 ** 2,
  memoryMost: 512 * 1024 ** 2,
  databaseBytes: 3 * 1024 ** 3,
  tables: [{ name: 'audit.entry', bytes: 1024 ** 3, rows: 1_000_000 }],
  jobs: [],
  trialCopy: false,
  restoredAt: null,
  backupAt: null,
};
const kept = {
  name: 'zhanggui-20261130-020000.tar',
  bytes: 5 * 1024 ** 2,
  at: '2026-11-29T18:00:00Z',
  why: 'SCHEDULED',
  rows: 12_345,
  version: '1.0',
  secretKey: 'LEFT_OUT',
};

const slow = {
  server: 'zg1',
  since: '2026-11-30T01:00:00Z',
  lastHour: [],
  sinceStart: [
    {
      method: 'GET',
      route: '/api/lists/{list}/rows',
      count: 12,
      half: 40,
      most: 1_240,
      longest: 1_300,
      last: '2026-11-30T02:00:00Z',
    },
  ],
};

test('backups are shown, made, downloaded and deleted after asking', async () => {
  const requests = answer({
    'GET /api/backups': () => ({
      folder: '/data/backups',
      schedule,
      backups: [
        kept,
        { ...kept, name: 'x.tar', at: null, why: null, rows: null, version: null, secretKey: null },
      ],
    }),
    'GET /api/installation': () => installation,
    'GET /api/installation/requests': () => slow,
    'POST /api/backups': () => ({ job: 'j1' }),
    'GET /api/jobs/j1': () => ({
      id: 'j1',
      title: '备份',
      state: 'DONE',
      done: 1,
      total: 1,
      mayCancel: false,
    }),
    [`DELETE /api/backups/files/${kept.name}`]: () => undefined,
  });
  stage({ '/': <SystemPage /> }, '/');
  const row = (await screen.findByText(kept.name)).closest('tr')!;
  expect(within(row).getByText('2026-11-30 02:00')).toBeTruthy();
  expect(within(row).getByText('12,345')).toBeTruthy();
  expect(within(row).getByText('5 MB')).toBeTruthy();
  expect(within(row).getByRole('link', { name: '下载' }).getAttribute('href')).toBe(
    `/api/backups/files/${kept.name}`,
  );
  expect(screen.getByText('无法读取')).toBeTruthy();
  expect(await screen.findByText('3 GB')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '立即备份' }));
  await waitFor(() => expect(requests.filter(({ url }) => url.pathname === '/api/backups')).toHaveLength(3));
  await userEvent.click(within(row).getByRole('button', { name: `删除 ${kept.name}` }));
  await userEvent.click(await screen.findByRole('button', { name: '删除' }));
  await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true));
});

test('a schedule is saved with the version it was read with', async () => {
  let sent: unknown;
  answer({
    'GET /api/backups': () => ({ folder: '/data/backups', schedule, backups: [] }),
    'GET /api/installation': () => installation,
    'GET /api/installation/requests': () => slow,
    'PUT /api/backups/schedule': async (_, request) => {
      sent = await request.json();
      return { ...schedule, enabled: true, version: 2 };
    },
  });
  stage({ '/': <SystemPage /> }, '/');
  await userEvent.click(await screen.findByRole('switch', { name: '每天自动备份' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(sent).toEqual({ enabled: true, at: '02:00', daily: 7, weekly: 4, version: 1 }));
});

test('the slowest requests are told by route, of the last hour or since the start', async () => {
  answer({
    'GET /api/backups': () => ({ folder: '/data/backups', schedule, backups: [] }),
    'GET /api/installation': () => installation,
    'GET /api/installation/requests': () => slow,
  });
  stage({ '/': <SystemPage /> }, '/');
  expect(await screen.findByText('这段时间没有请求。')).toBeTruthy();
  await userEvent.click(screen.getByText('启动以来'));
  const row = await screen.findByRole('row', { name: /GET \/api\/lists\/\{list\}\/rows/ });
  expect(row.textContent).toContain('40 毫秒');
  expect(row.textContent).toContain('1.2 秒');
});
