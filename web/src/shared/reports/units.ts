import type { UnitChoice } from './data';

type Node = { value: string; title: string; children: Node[] };

/** The units as a tree; a unit whose parent may not be chosen stands at the top. */
export function treeOf(units: UnitChoice[]): Node[] {
  const nodes = new Map(units.map(({ id, name }) => [id, { value: id, title: name, children: [] } as Node]));
  const top: Node[] = [];
  for (const { id, parent } of units) {
    const above = parent ? nodes.get(parent) : undefined;
    (above?.children ?? top).push(nodes.get(id)!);
  }
  return top;
}
