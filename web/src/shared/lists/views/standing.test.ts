import { expect, test } from 'vitest';
import type { Filter, ListViews, Listing, SavedView } from '@/shared/api';
import { readQuery, writeQuery } from '../query';
import { kept, openly } from './kept';
import { filterBeside, layoutBeside, standing, toView } from './standing';

const column = (key: string, shown = true) => ({
  key,
  label: key,
  kind: 'TEXT' as const,
  shown,
  sortable: true,
  total: false,
  masked: false,
  editable: false,
  operators: ['IS' as const],
  options: null,
  list: null,
});
const listing: Listing = {
  name: 'customers',
  label: '客户',
  columns: [column('name'), column('city'), column('phone', false)],
  defaultSort: '-name',
  views: [{ key: 'all', label: '全部', filter: { all: [] } }],
  groupBy: [],
  names: {},
  deletable: false,
  actions: [],
};
const all = listing.views[0]!;
const inCity: Filter = { column: 'city', operator: 'IS', values: ['杭州'] };
const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const saved: SavedView = {
  id,
  name: '杭州的',
  filter: inCity,
  sort: ['city'],
  columns: [
    { key: 'city', width: 200, pin: 'LEFT' },
    { key: 'name', width: null, pin: null },
  ],
  layout: 'BOARD',
  groupBy: null,
  owner: { id: 'p1', name: '李娜' },
  mayChange: true,
  sharing: { everybody: false, units: [], roles: [] },
  version: 1,
  unfit: null,
};
const views = (more: Partial<ListViews> = {}): ListViews => ({
  views: [saved],
  tabs: [],
  opensWith: null,
  ownOpening: null,
  roles: [],
  columns: null,
  ...more,
});
const query = (search: string) => readQuery(new URLSearchParams(search));
const at = (search: string, more: Partial<ListViews> = {}) =>
  standing(listing, views(more), query(search), all);

test('a saved view brings filter, order, columns and layout', () => {
  expect(at(`view=${id}`)).toMatchObject({
    filter: inCity,
    whole: inCity,
    sort: [{ column: 'city', descending: false }],
    columns: saved.columns,
    layout: 'kanban',
    differs: false,
    missing: false,
  });
});

test('what the address says goes before the view, and is noticed', () => {
  expect(at(`view=${id}&sort=name`).differs).toBe(true);
  expect(at(`view=${id}&layout=table`)).toMatchObject({ layout: 'table', differs: true });
  expect(at(`view=${id}&sort=city&layout=kanban&columns=city:200:l,name`).differs).toBe(false);
  const none = filterBeside(null, at(`view=${id}`));
  expect(none).toEqual({ all: [] });
  expect(at(`view=${id}&filter=${encodeURIComponent(JSON.stringify(none))}`)).toMatchObject({
    filter: null,
    whole: null,
    differs: true,
  });
  expect(filterBeside(inCity, at(`view=${id}`))).toBeNull();
  expect(layoutBeside('kanban', at(`view=${id}`))).toBeNull();
  expect(layoutBeside('table', at(`view=${id}`))).toBe('table');
});

test('a view that is not there shows nothing rather than everything', () => {
  expect(at('view=bbbbbbbb-0000-4000-8000-000000000002')).toMatchObject({ missing: true, view: null });
  expect(at('view=all')).toMatchObject({ missing: false, view: all });
});

test('conditions that cannot be asked block the view until they are taken out', () => {
  const unfit = { columns: [], conditions: ['旧字段'], remaining: inCity };
  const more = { views: [{ ...saved, unfit }] };
  expect(at(`view=${id}`, more).blocked).toBe(true);
  expect(at(`view=${id}&filter=${encodeURIComponent(JSON.stringify(inCity))}`, more).blocked).toBe(false);
});

test('a list opens with the view that was chosen, and with one’s own columns beside declared views', () => {
  expect(at('', { opensWith: id }).saved).toBe(saved);
  expect(at('view=all', { opensWith: id }).saved).toBeNull();
  const columns = [{ key: 'phone', width: 120, pin: null }];
  expect(at('', { columns }).columns).toEqual(columns);
  expect(at('', { columns: [{ key: 'gone', width: null, pin: null }] }).columns).toHaveLength(2);
  expect(at(`view=${id}`, { columns }).columns).toEqual(saved.columns);
});

test('what was said beside a saved view stays behind; beside a declared one it comes along', () => {
  expect(toView('all', at(`view=${id}&sort=name`))).toMatchObject({ view: 'all', filter: null, sort: null });
  expect(toView(id, at('view=all&sort=city'))).toMatchObject({ sort: null });
  expect(toView('mine', at('view=all&sort=city'))).toEqual({ view: 'mine' });
});

test('what is kept is what differs from the list itself', () => {
  expect(kept(listing, at('view=all'), null)).toEqual({
    filter: { all: [] },
    sort: [],
    columns: [],
    layout: 'TABLE',
    groupBy: null,
  });
  const about: Filter = { column: 'name', operator: 'IS', values: ['x'] };
  expect(kept(listing, at(`view=${id}`), { by: 'level', filter: about })).toEqual({
    filter: { all: [inCity, about] },
    sort: ['city'],
    columns: saved.columns,
    layout: 'BOARD',
    groupBy: 'level',
  });
});

test('a copied link shows rows, columns and order to people who do not have the view', () => {
  const link = writeQuery(openly(query(`view=${id}&open=1`), at(`view=${id}`)));
  const read = readQuery(link);
  expect(read).toMatchObject({ view: 'all', filter: inCity, columns: saved.columns, layout: 'kanban' });
  expect(read.open).toBeNull();
  const again = standing(listing, views({ views: [] }), read, all);
  expect(again.whole).toEqual(inCity);
  expect(again.sort).toEqual([{ column: 'city', descending: false }]);
});
