import type { Organisation, Seat, Unit } from './types';

/** A unit in its place: how deep it hangs, what hangs below it, and how many people work there. */
export type Node = {
  unit: Unit;
  depth: number;
  children: Node[];
  /** People on seats of the unit itself. */
  own: number;
  /** People in the unit and all units below, each counted once. */
  people: number;
  vacant: number;
};

export function treeOf(units: Unit[]): Node[] {
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  const grow = (unit: Unit, depth: number): { node: Node; inside: Set<string> } => {
    const grown = (below.get(unit.id) ?? []).map(child => grow(child, depth + 1));
    const own = new Set(unit.seats.flatMap(seat => seat.occupant?.id ?? []));
    const inside = new Set([...own, ...grown.flatMap(child => [...child.inside])]);
    const node = {
      unit,
      depth,
      children: grown.map(child => child.node),
      own: own.size,
      people: inside.size,
      vacant: unit.seats.filter(seat => !seat.occupant).length,
    };
    return { node, inside };
  };
  const known = new Set(units.map(unit => unit.id));
  return units
    .filter(unit => unit.parentId === null || !known.has(unit.parentId))
    .map(root => grow(root, 0).node);
}

export const nodes = (roots: Node[]): Node[] => roots.flatMap(node => [node, ...nodes(node.children)]);
export const nodeOf = (roots: Node[], id: string | null) =>
  nodes(roots).find(node => node.unit.id === id) ?? null;

/** The units from the top down to this one. */
export function pathTo(units: Unit[], id: string): Unit[] {
  const unit = units.find(one => one.id === id);
  if (!unit) return [];
  return unit.parentId ? [...pathTo(units, unit.parentId), unit] : [unit];
}

/** A unit and all units below it. */
export function within(units: Unit[], id: string): Set<string> {
  const found = new Set([id]);
  for (const unit of units) if (unit.parentId && found.has(unit.parentId)) found.add(unit.id);
  return found;
}

const has = (text: string | null | undefined, wanted: string) =>
  text?.toLowerCase().includes(wanted) ?? false;

/** Units that are called so, or where someone or some seat is called so. */
export function matching(units: Unit[], text: string): Set<string> {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return new Set();
  return new Set(
    units
      .filter(
        ({ name, nameEn, seats }) =>
          has(name, wanted) ||
          has(nameEn, wanted) ||
          seats.some(({ title, occupant }) => has(title, wanted) || has(occupant?.name, wanted)),
      )
      .map(({ id }) => id),
  );
}

/**
 * The rows of the tree from top to bottom: below a closed unit nothing is shown; while something is searched,
 * what was found and the way to it.
 */
export function rowsOf(roots: Node[], open: ReadonlySet<string>, found: ReadonlySet<string> | null): Node[] {
  const leads = (node: Node): boolean => !found || found.has(node.unit.id) || node.children.some(leads);
  return roots
    .filter(leads)
    .flatMap(node => [node, ...(found || open.has(node.unit.id) ? rowsOf(node.children, open, found) : [])]);
}

/** What is open at first: the upper levels, as many as stay easy to survey. */
export function openAtFirst(roots: Node[], most = 24): Set<string> {
  const open = new Set<string>();
  let level = roots;
  let shown = level.length;
  while (level.length > 0) {
    const next = level.flatMap(node => node.children);
    shown += next.length;
    if (open.size > 0 && shown > most) break;
    level.forEach(node => node.children.length > 0 && open.add(node.unit.id));
    level = next;
  }
  return open;
}

export const seatsOf = (organisation: Organisation): Seat[] => organisation.units.flatMap(unit => unit.seats);
export const seatIn = (organisation: Organisation, id: string | null): Seat | null =>
  seatsOf(organisation).find(seat => seat.id === id) ?? null;
/** The seats a seat also reports to, on dotted lines. */
export const dottedFrom = (organisation: Organisation, seat: Seat): Seat[] =>
  organisation.dottedLines
    .filter(line => line.seatId === seat.id)
    .flatMap(line => seatIn(organisation, line.reportsTo) ?? []);
/** The seats that report to a seat on dotted lines. */
export const dottedTo = (organisation: Organisation, seat: Seat): Seat[] =>
  organisation.dottedLines
    .filter(line => line.reportsTo === seat.id)
    .flatMap(line => seatIn(organisation, line.seatId) ?? []);
