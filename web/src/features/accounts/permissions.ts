import type { Reach } from '@/shared/api';
import type { Allowed, FieldRule, PermissionGroup } from './data';

export const reaches: Reach[] = ['OWN', 'SUBORDINATES', 'DEPARTMENT', 'DEPARTMENT_TREE', 'CHOSEN', 'ALL'];

/** The columns of the matrix: every action there is, in the order the modules name them. */
export function actionsOf(groups: PermissionGroup[]) {
  const found = new Map<string, string>();
  for (const { permissions } of groups) {
    for (const { action, label } of permissions) {
      if (!found.has(action)) found.set(action, label);
    }
  }
  return [...found].map(([action, label]) => ({ action, label }));
}

/** Sets or takes away one permission; the others stay as they are, those this client does not show included. */
export function allow(allows: Allowed[], permission: string, reach: Reach | null, units: string[] = []) {
  const rest = allows.filter(one => one.permission !== permission);
  if (!reach) return rest;
  const next = { permission, reach, units: reach === 'CHOSEN' ? units : [] };
  const at = allows.findIndex(one => one.permission === permission);
  if (at < 0) return [...rest, next];
  return allows.map(one => (one.permission === permission ? next : one));
}

const byName = (allows: Allowed[]) =>
  allows
    .map(({ permission, reach, units }) => ({ permission, reach, units: [...units].sort() }))
    .sort((a, b) => (a.permission < b.permission ? -1 : 1));

/** Two sets of permissions are the same whatever their order. */
export const sameAllows = (a: Allowed[], b: Allowed[]) =>
  JSON.stringify(byName(a)) === JSON.stringify(byName(b));

/** A chosen reach without departments reaches nobody. */
export const withoutUnits = (allows: Allowed[]) =>
  allows.filter(({ reach, units }) => reach === 'CHOSEN' && units.length === 0);

export type TreeNode = { value: string; title: string; children: TreeNode[] };

/** Departments as a tree; one whose parent is not among them stands at the top. */
export function treeOf(units: { id: string; parentId: string | null; name: string }[]): TreeNode[] {
  const nodes = new Map(
    units.map(({ id, name }) => [id, { value: id, title: name, children: [] as TreeNode[] }]),
  );
  const roots: TreeNode[] = [];
  for (const { id, parentId } of units) {
    const parent = parentId === null ? undefined : nodes.get(parentId);
    (parent?.children ?? roots).push(nodes.get(id)!);
  }
  return roots;
}

/** Whether two roles say the same of fields, in whatever order. */
export function sameFields(one: FieldRule[], other: FieldRule[]) {
  const words = (rules: FieldRule[]) =>
    rules
      .map(({ list, field, level }) => `${list} ${field} ${level}`)
      .sort()
      .join('\n');
  return words(one) === words(other);
}
