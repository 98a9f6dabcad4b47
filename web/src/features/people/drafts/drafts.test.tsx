import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import type { Draft, Effects } from './data';
import DraftPage from './DraftPage';

afterEach(() => vi.unstubAllGlobals());

const draft: Draft = {
  draft: {
    id: 'd1',
    name: '明年调整',
    day: '2999-01-01',
    state: 'DRAFT',
    version: 3,
    steps: 1,
    createdBy: { id: 'p9', name: '彭永康' },
    createdAt: '2026-11-30T01:00:00Z',
    endedBy: null,
    endedAt: null,
  },
  steps: [
    {
      id: 's1',
      kind: 'MOVE_UNIT',
      about: 'u2',
      subject: '一组',
      person: null,
      from: null,
      to: '总部',
      head: false,
      problem: '这里在此期间已被改动，现在是：华东',
    },
  ],
  organisation: {
    on: '2999-01-01',
    units: [
      {
        id: 'u1',
        parentId: null,
        name: '总部',
        nameEn: null,
        position: 1,
        head: null,
        seats: [],
        version: 1,
      },
      {
        id: 'u2',
        parentId: 'u1',
        name: '一组',
        nameEn: null,
        position: 1,
        head: null,
        seats: [],
        version: 1,
      },
    ],
    dottedLines: [],
  },
};
const effects: Effects = {
  day: '2999-01-01',
  version: 3,
  revision: 7,
  applicable: true,
  dayPast: false,
  units: [],
  seats: [],
  changing: 2,
  people: [],
  peopleInAll: 0,
  reaches: [],
  reachesInAll: 0,
  unseen: ['客户'],
  warnings: [{ concern: 'UNIT_WITHOUT_HEAD', name: '一组' }],
  misfits: [],
};
const page = (path: string) =>
  stage({ '/organisation/drafts/:id': <DraftPage />, '/organisation': null }, path, session);

test('a change says what it does and why it no longer fits, and is taken back with the version seen', async () => {
  const sent: unknown[] = [];
  answer({
    'GET /api/reorganisations/d1': () => draft,
    'POST /api/reorganisations/d1/steps/remove': async (_, request) => {
      sent.push(await request.json());
      return { ...draft, steps: [] };
    },
  });
  page('/organisation/drafts/d1');
  const changes = await screen.findByRole('complementary', { name: '变更数' });
  expect(within(changes).getByText(/把部门“一组”从“最上层”移到“总部”下/)).toBeTruthy();
  expect(within(changes).getByText(/现在是：华东/)).toBeTruthy();
  await userEvent.click(within(changes).getByRole('button', { name: /^撤回这项变更/ }));
  expect(await within(changes).findByText(/还没有变更/)).toBeTruthy();
  expect(sent).toEqual([{ step: 's1', version: 3 }]);
});

test('what is applied is what was looked at; a refusal says why', async () => {
  const sent: unknown[] = [];
  answer({
    'GET /api/reorganisations/d1': () => draft,
    'GET /api/reorganisations/d1/effects': () => effects,
    'POST /api/reorganisations/d1/apply': async (_, request) => {
      sent.push(await request.json());
      return problem(409, 'reorganisation-meanwhile', { detail: '请重新查看影响' });
    },
  });
  page('/organisation/drafts/d1?tab=effects');
  const told = await screen.findByRole('region', { name: '生效后的影响' });
  expect(within(told).getByText('部门“一组”没有负责人岗位')).toBeTruthy();
  expect(within(told).getByText(/看不到全部客户/)).toBeTruthy();
  await userEvent.click(within(told).getByRole('button', { name: '使其生效' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '使其生效' }));
  expect(await within(told).findByText('请重新查看影响')).toBeTruthy();
  expect(sent).toEqual([{ version: 3, revision: 7 }]);
});
