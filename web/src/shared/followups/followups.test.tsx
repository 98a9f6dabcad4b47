import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { daysLater, today } from '@/shared/i18n';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { mondayAfter } from './DayInput';
import FollowUpForm from './FollowUpForm';
import TaskForm from './TaskForm';
import { RecordTimeline } from './RecordTimeline';
import { TaskTick } from './TaskTick';
import type { FollowUp, Task } from './types';

const me = {
  ...session.me!,
  permissions: {
    'customers:read': 'ALL',
    'activities:read': 'OWN',
    'activities:create': 'OWN',
    'activities:edit': 'OWN',
  },
} as const;
const signedIn = { ...session, me };
const customer = { id: 'c1', name: '恒远机电' };
const task: Task = {
  id: 't1',
  title: '发报价单',
  dueOn: '2026-11-20',
  doneAt: null,
  priority: 'NORMAL',
  note: null,
  customer,
  contact: null,
  opportunity: null,
  owner: { id: 'p1', name: '李娜' },
  createdAt: '2026-11-01T02:00:00Z',
  version: 3,
};
const followUp: FollowUp = {
  id: 'a1',
  kind: 'VISIT',
  happenedAt: '2026-11-22T02:00:00Z',
  text: '看了产线',
  nextStep: '出方案',
  customer,
  contact: null,
  opportunity: null,
  owner: { id: 'p2', name: '张伟' },
  custom: {},
  createdAt: '2026-11-22T02:00:00Z',
  version: 1,
};

afterEach(() => vi.unstubAllGlobals());

test('next Monday is never today', () => {
  expect(mondayAfter('2026-11-23')).toBe('2026-11-30');
  expect(mondayAfter('2026-11-24')).toBe('2026-11-30');
  expect(mondayAfter('2026-11-29')).toBe('2026-11-30');
});

test('a follow-up is written with its reminder', async () => {
  let body: Record<string, unknown> = {};
  answer({
    'POST /api/activities': async (_, request) => {
      body = (await request.json()) as Record<string, unknown>;
      return { id: 'a9' };
    },
  });
  const onSaved = vi.fn();
  stage({ '/': <FollowUpForm onClose={() => {}} about={{ customer }} onSaved={onSaved} /> }, '/', signedIn);
  await userEvent.click(await screen.findByText('拜访'));
  await userEvent.type(screen.getByLabelText('内容'), '看了产线');
  await userEvent.type(screen.getByLabelText(/^下一步/), '出方案');
  await userEvent.click(screen.getByLabelText(/到时提醒我/));
  await userEvent.click(await screen.findByRole('button', { name: '明天' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(body).toMatchObject({
    kind: 'VISIT',
    text: '看了产线',
    nextStep: '出方案',
    customer: 'c1',
    opportunity: null,
    reminder: { title: '出方案', dueOn: daysLater(today(), 1) },
  });
  expect(String(body['happenedAt'])).toMatch(/Z$/);
});

test('a follow-up needs a customer, a contact or an opportunity', async () => {
  const requests = answer({});
  stage({ '/': <FollowUpForm onClose={() => {}} /> }, '/', signedIn);
  await userEvent.type(await screen.findByLabelText('内容'), '看了产线');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('请选择客户、联系人或商机')).toBeTruthy();
  expect(requests.some(({ method }) => method === 'POST')).toBe(false);
});

test('what a follow-up is about is fixed once it is written', async () => {
  let body: Record<string, unknown> = {};
  answer({
    'PUT /api/activities/a1': async (_, request) => {
      body = (await request.json()) as Record<string, unknown>;
      return followUp;
    },
  });
  const onClose = vi.fn();
  stage({ '/': <FollowUpForm record={followUp} onClose={onClose} /> }, '/', signedIn);
  expect(await screen.findByRole('link', { name: '恒远机电' })).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(body).toEqual({
    custom: null,
    kind: 'VISIT',
    happenedAt: '2026-11-22T02:00:00.000Z',
    text: '看了产线',
    nextStep: '出方案',
    version: 1,
  });
});

test('a task saved too late shows both versions, and mine can go on top', async () => {
  const versions: unknown[] = [];
  answer({
    'PUT /api/tasks/t1': async (_, request) => {
      const { version } = (await request.json()) as { version: number };
      versions.push(version);
      return version === 3
        ? problem(409, 'stale', { current: { ...task, title: '发合同', version: 4 } })
        : task;
    },
  });
  const onClose = vi.fn();
  stage({ '/': <TaskForm record={task} onClose={onClose} /> }, '/', signedIn);
  await userEvent.type(await screen.findByLabelText('要做的事'), '给客户');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('发合同')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '都用我的' }));
  await userEvent.click(screen.getByRole('button', { name: '合并后保存' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(versions).toEqual([3, 4]);
});

test('my own follow-up is deleted after a question that names it', async () => {
  const requests = answer({ 'DELETE /api/activities/a1': () => undefined });
  const onClose = vi.fn();
  const mine = { ...followUp, owner: { id: 'p1', name: '李娜' } };
  stage({ '/': <FollowUpForm record={mine} onClose={onClose} /> }, '/', signedIn);
  await userEvent.click(await screen.findByRole('button', { name: '删除' }));
  expect(await screen.findByText(/李娜 于 .* 的拜访记录“看了产线”/)).toBeTruthy();
  expect(requests.some(({ method }) => method === 'DELETE')).toBe(false);
  await userEvent.click(screen.getAllByRole('button', { name: '删除' }).at(-1)!);
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(requests.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('a follow-up of someone else offers no deletion within a reach of one’s own', async () => {
  answer({});
  stage({ '/': <FollowUpForm record={followUp} onClose={() => {}} /> }, '/', signedIn);
  expect(await screen.findByText('编辑跟进记录')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '删除' })).toBeNull();
});

test('ticking a task sends it done with the version it has now', async () => {
  let body: Record<string, unknown> = {};
  answer({
    'GET /api/tasks/t1': () => task,
    'PUT /api/tasks/t1': async (_, request) => {
      body = (await request.json()) as Record<string, unknown>;
      return task;
    },
  });
  stage({ '/': <TaskTick id="t1" title="发报价单" done={false} /> }, '/', signedIn);
  await userEvent.click(await screen.findByLabelText('完成“发报价单”'));
  expect(await screen.findByText(/已完成“发报价单”/)).toBeTruthy();
  expect(body).toMatchObject({ done: true, version: 3, owner: 'p1' });
});

test('the stream joins follow-ups, finished tasks and changes, newest first; open tasks stand above', async () => {
  answer({
    'GET /api/customers/c1/timeline': () => ({
      activities: [followUp],
      tasks: [task, { ...task, id: 't2', title: '寄样本', doneAt: '2026-11-21T02:00:00Z' }],
    }),
    'GET /api/history/customers/c1': () => [
      {
        id: 'h1',
        at: '2026-11-23T02:00:00Z',
        actor: 'p2',
        actorName: '张伟',
        action: 'changed',
        actionLabel: '修改',
        changes: [{ field: 'level', label: '等级', before: 'B', after: 'A' }],
      },
    ],
  });
  stage({ '/': <RecordTimeline list="customers" id="c1" about={{ customer }} /> }, '/', signedIn);
  await screen.findByText('看了产线');
  const text = document.body.textContent ?? '';
  const order = ['发报价单', '修改', '看了产线', '完成待办：寄样本'].map(part => text.indexOf(part));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order.every(at => at >= 0)).toBe(true);
  // Somebody else's follow-up is not mine to change.
  expect(screen.queryByRole('button', { name: /^编辑/ })).toBeNull();

  await userEvent.click(screen.getByText('变更'));
  expect(screen.queryByText('看了产线')).toBeNull();
  expect(screen.getByText('等级')).toBeTruthy();
});

test('what lies further back is fetched when it is asked for, and nothing is shown across the gap', async () => {
  const page = (from: number) =>
    Array.from({ length: 40 }, (_, i) => ({
      ...followUp,
      id: `a${from + i}`,
      text: `第 ${from + i} 次`,
      happenedAt: new Date(Date.UTC(2026, 9, 31) - (from + i) * 3_600_000).toISOString(),
    }));
  const asked: string[] = [];
  answer({
    'GET /api/contacts/k1/timeline': url => {
      const before = url.searchParams.get('before');
      asked.push(before ?? '');
      return before
        ? { activities: page(40), tasks: [], earlier: null }
        : {
            activities: page(0),
            tasks: [{ ...task, title: '很久以前', doneAt: '2020-01-01T02:00:00Z' }],
            earlier: 'a39',
          };
    },
    'GET /api/history/contacts/k1': () => [],
  });
  stage({ '/': <RecordTimeline list="contacts" id="k1" about={{ customer }} /> }, '/', signedIn);
  await screen.findByText('第 0 次');
  await userEvent.click(await screen.findByRole('button', { name: /更早的动态/ }));
  expect(await screen.findByText('第 45 次')).toBeTruthy();
  expect(asked).toEqual(['', 'a39']);
  expect(screen.queryByText('完成待办：很久以前')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: /更早的动态/ }));
  expect(await screen.findByText('完成待办：很久以前')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /更早的动态/ })).toBeNull();
});

test('who may not read follow-ups sees the changes and is asked for nothing else', async () => {
  const requests = answer({
    'GET /api/history/customers/c1': () => [
      {
        id: 'h1',
        at: '2026-11-23T02:00:00Z',
        actor: 'p2',
        actorName: '张伟',
        action: 'changed',
        actionLabel: '修改',
        changes: [{ field: 'level', label: '等级', before: 'B', after: 'A' }],
      },
    ],
  });
  stage({ '/': <RecordTimeline list="customers" id="c1" about={{ customer }} /> }, '/', {
    ...session,
    me: { ...me, permissions: { 'customers:read': 'ALL' } },
  });
  expect(await screen.findByText('等级')).toBeTruthy();
  expect(screen.queryByText('跟进')).toBeNull();
  expect(screen.queryByRole('button', { name: '写跟进' })).toBeNull();
  expect(requests.some(({ url }) => url.pathname.includes('timeline'))).toBe(false);
});

test('a contact alone is enough, and its customer is filled in', async () => {
  let body: Record<string, unknown> = {};
  answer({
    'GET /api/lists/contacts': () => ({ columns: [{ key: 'name', shown: true }] }),
    'GET /api/lists/contacts/rows': () => ({ rows: [{ id: 'k1', cells: { name: '王工' } }], total: 1 }),
    'GET /api/contacts/k1': () => ({ id: 'k1', name: '王工', customer }),
    'POST /api/activities': async (_, request) => {
      body = (await request.json()) as Record<string, unknown>;
      return { id: 'a9' };
    },
  });
  const onSaved = vi.fn();
  stage({ '/': <FollowUpForm onClose={() => {}} onSaved={onSaved} /> }, '/', signedIn);
  await userEvent.type(await screen.findByLabelText('内容'), '聊了聊');
  await userEvent.click(screen.getByLabelText('联系人'));
  await userEvent.click(await screen.findByTitle('王工'));
  expect(await screen.findByText('恒远机电')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(body).toMatchObject({ contact: 'k1', customer: 'c1' });
});
