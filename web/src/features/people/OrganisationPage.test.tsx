import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import OrganisationPage from './OrganisationPage';
import type { Organisation, Seat } from './types';

afterEach(() => vi.unstubAllGlobals());

const seat: Seat = {
  id: 's1',
  unitId: 'u2',
  title: '区域经理',
  duties: '带队',
  head: true,
  reportsTo: null,
  superior: null,
  occupant: { id: 'p1', name: '李娜' },
  main: true,
  version: 3,
};
const on = (day: string, name: string): Organisation => ({
  on: day,
  units: [
    { id: 'u1', parentId: null, name: '衡川', nameEn: null, position: 1, head: null, seats: [], version: 1 },
    {
      id: 'u2',
      parentId: 'u1',
      name,
      nameEn: null,
      position: 1,
      head: { seatId: 's1', person: seat.occupant },
      seats: [seat],
      version: 7,
    },
  ],
  dottedLines: [],
});
const may = (...permissions: string[]) => ({
  ...session,
  me: { ...session.me!, permissions: Object.fromEntries(permissions.map(one => [one, 'ALL' as const])) },
});

test('the day and the unit stand in the address', async () => {
  const requests = answer({ 'GET /api/organisation': () => on('2027-01-01', '华东大区') });
  const { router } = stage(
    { '/organisation': <OrganisationPage /> },
    '/organisation?on=2027-01-01',
    may('people:read'),
  );
  await userEvent.click(await screen.findByRole('treeitem', { name: /华东大区/ }));
  expect(router.state.location.search).toBe('?on=2027-01-01&unit=u2');
  expect(requests[0]!.url.searchParams.get('on')).toBe('2027-01-01');
  const unit = screen.getByRole('article', { name: '华东大区' });
  expect(within(unit).getByText('带队')).toBeTruthy();
  // Who may only look is offered no change.
  expect(screen.queryByRole('button', { name: '新增岗位' })).toBeNull();
});

test('a refused change says why; the form stays', async () => {
  answer({
    'GET /api/organisation': () => on('2026-06-01', '华东大区'),
    'POST /api/organisation/units/u2/close': () =>
      problem(409, 'unit-in-use', { detail: '“华东大区”仍有岗位，不能撤销' }),
  });
  stage(
    { '/organisation': <OrganisationPage /> },
    '/organisation?unit=u2',
    may('people:read', 'people:edit'),
  );
  await userEvent.click(await screen.findByRole('button', { name: '部门操作' }));
  await userEvent.click(await screen.findByText('撤销部门'));
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByText(/自 2026-06-01 起不再有效/)).toBeTruthy();
  expect(within(drawer).getByText(/仍有 1 个岗位/)).toBeTruthy();
  await userEvent.click(within(drawer).getByRole('button', { name: '撤销部门' }));
  expect(await within(drawer).findByText('“华东大区”仍有岗位，不能撤销')).toBeTruthy();
});

test('a change that came too late shows both versions and can be sent again', async () => {
  const versions: number[] = [];
  answer({
    'GET /api/organisation': () => on('2026-06-01', '华东大区'),
    'PUT /api/organisation/units/u2': async (_, request) => {
      const body = (await request.json()) as { version: number };
      versions.push(body.version);
      if (body.version === 8) return undefined;
      return problem(409, 'stale', {
        current: { parentId: 'u1', name: '华东区', nameEn: null, position: 1, version: 8 },
      });
    },
  });
  stage(
    { '/organisation': <OrganisationPage /> },
    '/organisation?unit=u2',
    may('people:read', 'people:edit'),
  );
  await userEvent.click(await screen.findByRole('button', { name: '部门操作' }));
  await userEvent.click(await screen.findByText('改名或移动'));
  const name = await screen.findByLabelText(/部门名称/);
  await userEvent.clear(name);
  await userEvent.type(name, '长三角');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('华东区')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '都用我的' }));
  await userEvent.click(screen.getByRole('button', { name: '合并后保存' }));
  await vi.waitFor(() => expect(versions).toEqual([7, 8]));
});
