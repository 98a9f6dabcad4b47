import type { Filter, Listing } from '@/shared/api/types';
import type { BoardProps } from '../board';
import { combine } from '../filters';
import { decodeSort, encodeSort, everything, type ListQuery } from '../query';
import { nothing, sameColumns, standardColumns, type Standing } from './standing';

/** Conditions that all have to hold, in one level: so each is a chip of its own. */
function flat(filter: Filter): Filter {
  if (!('all' in filter)) return filter;
  return { all: filter.all.map(flat).flatMap(part => ('all' in part ? part.all : [part])) };
}

/** What is kept when this is saved; of a board also which records it is about. */
export function kept(listing: Listing, now: Standing, board: Pick<BoardProps, 'by' | 'filter'> | null) {
  const ownSort = encodeSort(now.sort) === encodeSort(decodeSort(listing.defaultSort));
  return {
    filter: flat(combine(now.whole, board?.filter) ?? nothing),
    sort: ownSort ? [] : encodeSort(now.sort).split(',').filter(Boolean),
    columns: sameColumns(now.columns, standardColumns(listing)) ? [] : now.columns,
    layout: board ? ('BOARD' as const) : ('TABLE' as const),
    groupBy: board?.by ?? null,
  };
}

/** A query that shows the same to whoever may see the rows, whatever views they have. */
export function openly(query: ListQuery, now: Standing): ListQuery {
  const { saved, view, whole, filter, sort, columns, layout } = now;
  return {
    ...query,
    view: saved ? everything : (view?.key ?? null),
    filter: saved ? whole : filter,
    sort,
    columns,
    layout: layout === 'table' ? null : layout,
    open: null,
    creating: false,
  };
}
