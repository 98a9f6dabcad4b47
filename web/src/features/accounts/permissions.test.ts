import { expect, test } from 'vitest';
import type { Allowed } from './data';
import { actionsOf, allow, sameAllows, treeOf, withoutUnits } from './permissions';

const read: Allowed = { permission: 'customers:read', reach: 'OWN', units: [] };
const other: Allowed = { permission: 'future:read', reach: 'ALL', units: [] };

test('one permission is set without touching the others', () => {
  const chosen = allow([read, other], 'customers:read', 'CHOSEN', ['u1']);
  expect(chosen).toEqual([{ permission: 'customers:read', reach: 'CHOSEN', units: ['u1'] }, other]);
  // Departments belong to a chosen reach only.
  expect(allow(chosen, 'customers:read', 'ALL', ['u1'])[0]).toEqual({ ...read, reach: 'ALL' });
  expect(allow(chosen, 'customers:read', null)).toEqual([other]);
  expect(withoutUnits(allow([read], 'customers:read', 'CHOSEN'))).toHaveLength(1);
});

test('the order of permissions and departments makes no difference', () => {
  const two = { ...read, reach: 'CHOSEN' as const, units: ['u1', 'u2'] };
  expect(sameAllows([two, other], [other, { ...two, units: ['u2', 'u1'] }])).toBe(true);
  expect(sameAllows([read], [])).toBe(false);
});

test('actions stand once, in the order they are met', () => {
  const permission = (module: string, action: string) => ({
    name: `${module}:${action}`,
    action,
    label: action,
    scoped: false,
  });
  const groups = [
    { module: 'a', label: 'A', permissions: [permission('a', 'read'), permission('a', 'edit')] },
    { module: 'b', label: 'B', permissions: [permission('b', 'read'), permission('b', 'run')] },
  ];
  expect(actionsOf(groups).map(({ action }) => action)).toEqual(['read', 'edit', 'run']);
});

test('departments become a tree; without their parent they stand at the top', () => {
  const tree = treeOf([
    { id: 'u1', parentId: 'gone', name: '华东' },
    { id: 'u2', parentId: 'u1', name: '上海' },
  ]);
  expect(tree).toEqual([
    { value: 'u1', title: '华东', children: [{ value: 'u2', title: '上海', children: [] }] },
  ]);
});
