import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter, ShownColumn } from '@/shared/api/types';
import { decodeFilter, encodeFilter } from './filters';

export type Sort = { column: string; descending: boolean };
export type Layout = 'table' | 'kanban';

/** Everything a list shows, kept in the address so that it can be shared and stepped back through. */
export type ListQuery = {
  view: string | null;
  filter: Filter | null;
  /** The address held something that is not a filter. */
  filterIgnored: boolean;
  sort: Sort[] | null;
  page: number;
  size: number;
  columns: ShownColumn[] | null;
  q: string;
  /** As the view has it where the address says nothing. */
  layout: Layout | null;
  /** The record shown in the drawer. */
  open: string | null;
  /** The form for a new record is shown. */
  creating: boolean;
};

/** The view that leaves nothing out, whatever view a list opens with. */
export const everything = 'all';

export const sizes = [20, 50, 100, 200];
export const defaultSize = 50;

export const encodeSort = (sort: Sort[]) =>
  sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',');

export const decodeSort = (text: string | null): Sort[] =>
  (text ?? '')
    .split(',')
    .filter(Boolean)
    .map(part =>
      part.startsWith('-')
        ? { column: part.slice(1), descending: true }
        : { column: part, descending: false },
    );

const pins = { l: 'LEFT', r: 'RIGHT' } as const;

/** `name:240:l` is 240 wide and stays at the left; what is not said is left out. */
export const encodeColumns = (columns: ShownColumn[]) =>
  columns
    .map(({ key, width, pin }) =>
      [key, width ?? '', pin === 'LEFT' ? 'l' : pin === 'RIGHT' ? 'r' : ''].join(':').replace(/:+$/, ''),
    )
    .join(',');

export const widths = { least: 48, most: 1200 };
const isWidth = (width: number) => Number.isInteger(width) && width >= widths.least && width <= widths.most;

export function decodeColumns(text: string | null): ShownColumn[] | null {
  const found = new Map<string, ShownColumn>();
  for (const part of (text ?? '').split(',')) {
    const [key, width, pin] = part.split(':');
    if (!key || found.has(key)) continue;
    found.set(key, {
      key,
      width: isWidth(Number(width)) ? Number(width) : null,
      pin: pin === 'l' || pin === 'r' ? pins[pin] : null,
    });
  }
  return found.size ? [...found.values()] : null;
}

const layouts: readonly (string | null)[] = ['table', 'kanban'] satisfies Layout[];

const whole = (text: string | null, fallback: number) => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : fallback;
};

export function readQuery(params: URLSearchParams): ListQuery {
  const filter = decodeFilter(params.get('filter'));
  const size = whole(params.get('size'), defaultSize);
  const layout = params.get('layout');
  return {
    view: params.get('view'),
    filter: filter ?? null,
    filterIgnored: filter === undefined,
    sort: params.has('sort') ? decodeSort(params.get('sort')) : null,
    page: whole(params.get('page'), 1),
    size: sizes.includes(size) ? size : defaultSize,
    columns: decodeColumns(params.get('columns')),
    q: params.get('q') ?? '',
    layout: layouts.includes(layout) ? (layout as Layout) : null,
    open: params.get('open'),
    creating: params.get('create') === '1',
  };
}

/** Only what differs from the defaults is written; parameters of others are left alone. */
export function writeQuery(query: ListQuery, onto = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(onto);
  const put = (key: string, value: string | null) =>
    value === null || value === '' ? params.delete(key) : params.set(key, value);
  put('view', query.view);
  put('filter', query.filter && encodeFilter(query.filter));
  put('sort', query.sort && encodeSort(query.sort));
  put('page', query.page > 1 ? String(query.page) : null);
  put('size', query.size === defaultSize ? null : String(query.size));
  put('columns', query.columns && encodeColumns(query.columns));
  put('q', query.q);
  put('layout', query.layout);
  put('open', query.open);
  put('create', query.creating ? '1' : null);
  return params;
}

const keepsPage: ReadonlySet<string> = new Set(['page', 'open', 'creating', 'columns', 'layout']);

/** A change of what is listed leads back to the first page. */
export function patched(query: ListQuery, patch: Partial<ListQuery>): ListQuery {
  const stays = Object.keys(patch).every(key => keepsPage.has(key));
  return { ...query, ...(stays ? {} : { page: 1 }), ...patch };
}

export type ChangeQuery = (patch: Partial<ListQuery>, options?: { replace?: boolean }) => void;

export function useListQuery() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readQuery(params), [params]);
  const change = useCallback<ChangeQuery>(
    (patch, options) =>
      setParams(current => writeQuery(patched(readQuery(current), patch), current), {
        replace: options?.replace ?? false,
      }),
    [setParams],
  );
  const href = useCallback(
    (patch: Partial<ListQuery>) => `?${writeQuery(patched(query, patch), params).toString()}`,
    [query, params],
  );
  return { query, change, href };
}

/**
 * The address of a list showing exactly the records of a filter: what a number on another page links to. The view a
 * list opens with would narrow the filter, so all records are meant unless a view is named.
 */
export function listHref(path: string, query: { view?: string; filter?: Filter; sort?: string; q?: string }) {
  const params = new URLSearchParams();
  params.set('view', query.view ?? everything);
  if (query.filter) params.set('filter', encodeFilter(query.filter));
  if (query.sort) params.set('sort', query.sort);
  if (query.q) params.set('q', query.q);
  return `${path}?${params}`;
}
