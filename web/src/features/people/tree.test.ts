import { expect, test } from 'vitest';
import {
  dottedFrom,
  dottedTo,
  matching,
  nodeOf,
  nodes,
  openAtFirst,
  pathTo,
  rowsOf,
  treeOf,
  within,
} from './tree';
import { dayBefore, stateOf } from './stays';
import type { Organisation, Seat, Unit } from './types';

const seat = (id: string, unitId: string, person: string | null, more: Partial<Seat> = {}): Seat => ({
  id,
  unitId,
  title: `岗位${id}`,
  duties: null,
  head: false,
  reportsTo: null,
  superior: null,
  occupant: person ? { id: person, name: `人${person}` } : null,
  main: true,
  version: 1,
  ...more,
});
const unit = (id: string, parentId: string | null, ...seats: Seat[]): Unit => ({
  id,
  parentId,
  name: `部门${id}`,
  nameEn: `Unit ${id}`,
  position: 1,
  head: null,
  seats,
  version: 1,
});
const units = [
  unit('root', null, seat('1', 'root', 'a')),
  unit('east', 'root', seat('2', 'east', 'b'), seat('3', 'east', null)),
  unit('sh', 'east', seat('4', 'sh', 'c'), seat('5', 'sh', 'a', { main: false })),
  unit('north', 'root'),
];
const roots = treeOf(units);
const names = (list: { unit: Unit }[]) => list.map(node => node.unit.id);

test('everyone is counted once, wherever they sit below a unit', () => {
  expect(nodeOf(roots, 'root')).toMatchObject({ own: 1, people: 3, depth: 0 });
  expect(nodeOf(roots, 'east')).toMatchObject({ own: 1, people: 3, vacant: 1 });
  expect(nodeOf(roots, 'north')).toMatchObject({ own: 0, people: 0 });
  expect(nodes(roots)).toHaveLength(4);
});

test('a unit whose parent is not among them stands at the top', () => {
  expect(names(treeOf(units.slice(1)))).toEqual(['east', 'north']);
});

test('below a closed unit nothing is shown', () => {
  expect(names(rowsOf(roots, new Set(), null))).toEqual(['root']);
  expect(names(rowsOf(roots, new Set(['root']), null))).toEqual(['root', 'east', 'north']);
});

test('a search shows what was found and the way to it', () => {
  const found = matching(units, ' 人c ');
  expect([...found]).toEqual(['sh']);
  expect(names(rowsOf(roots, new Set(), found))).toEqual(['root', 'east', 'sh']);
  expect([...matching(units, 'UNIT NORTH')]).toEqual(['north']);
  expect([...matching(units, '岗位3')]).toEqual(['east']);
  expect(rowsOf(roots, new Set(), matching(units, 'xyz'))).toEqual([]);
});

test('as many levels are open at first as are easy to survey', () => {
  expect([...openAtFirst(roots)]).toEqual(['root', 'east']);
  expect([...openAtFirst(roots, 3)]).toEqual(['root']);
  expect([...openAtFirst(roots, 1)]).toEqual(['root']);
});

test('ways up and down the tree', () => {
  expect(pathTo(units, 'sh').map(({ id }) => id)).toEqual(['root', 'east', 'sh']);
  expect(pathTo(units, 'gone')).toEqual([]);
  expect([...within(units, 'east')]).toEqual(['east', 'sh']);
});

test('dotted lines are found from both ends', () => {
  const organisation: Organisation = {
    on: '2026-01-01',
    units,
    dottedLines: [{ seatId: '4', reportsTo: '1' }],
  };
  expect(dottedFrom(organisation, seat('4', 'sh', 'c')).map(({ id }) => id)).toEqual(['1']);
  expect(dottedTo(organisation, seat('1', 'root', 'a')).map(({ id }) => id)).toEqual(['4']);
});

test('a stay ends on the day before the first day it no longer holds', () => {
  const stay = { from: '2026-01-01', until: '2026-03-01' };
  expect(stateOf(stay, '2025-12-31')).toBe('future');
  expect(stateOf(stay, '2026-02-28')).toBe('current');
  expect(stateOf(stay, '2026-03-01')).toBe('past');
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});
