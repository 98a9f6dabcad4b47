import type { Filter, ListViews, Listing, SavedView, ShownColumn, View } from '@/shared/api/types';
import { combine, partsOf } from '../filters';
import { decodeSort, encodeSort, type Layout, type ListQuery, type Sort } from '../query';

/** What a list shows: a view, and what the address says beside it. */
export type Standing = {
  /** The view, declared or saved, with its filter; none where the address names one that is not there. */
  view: View | null;
  saved: SavedView | null;
  missing: boolean;
  /** What can be changed: of a saved view all of its filter, of a declared one what stands beside it. */
  filter: Filter | null;
  /** The view and what stands beside it together. */
  whole: Filter | null;
  sort: Sort[];
  columns: ShownColumn[];
  layout: Layout;
  /** The address says something else than the saved view. */
  differs: boolean;
  /** The view has conditions that cannot be asked: without them it would show more than was meant. */
  blocked: boolean;
};

const isId = (key: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key);
export const nothing: Filter = { all: [] };

/** Filters are the same however a condition without values is written. */
const text = (filter: Filter | null) =>
  JSON.stringify(filter ?? nothing, (key, value: unknown) =>
    key === 'values' && Array.isArray(value) && value.length === 0 ? undefined : value,
  );
export const sameColumns = (a: ShownColumn[], b: ShownColumn[]) => JSON.stringify(a) === JSON.stringify(b);
const orNothing = (filter: Filter) => (partsOf(filter).length > 0 ? filter : null);

export const layoutOf = (saved: SavedView): Layout => (saved.layout === 'BOARD' ? 'kanban' : 'table');
const viewOf = (saved: SavedView): View => ({ key: saved.id, label: saved.name, filter: saved.filter });

/** The columns a list shows by itself. */
export const standardColumns = (listing: Listing): ShownColumn[] =>
  listing.columns.filter(({ shown }) => shown).map(({ key }) => ({ key, width: null, pin: null }));

/** Which view an address means. */
export const wantedView = (query: ListQuery, views: ListViews) => query.view ?? views.opensWith;

/** @param declared the view of the list itself, where no saved one is meant */
export function standing(
  listing: Listing,
  views: ListViews,
  query: ListQuery,
  declared: View | null,
): Standing {
  const wanted = wantedView(query, views);
  const saved = views.views.find(({ id }) => id === wanted) ?? null;
  const missing = saved === null && wanted !== null && isId(wanted);
  const known = (columns: ShownColumn[] | null) => {
    const left = (columns ?? []).filter(({ key }) => listing.columns.some(column => column.key === key));
    return left.length ? left : null;
  };
  const sortedBy = saved?.sort.length ? decodeSort(saved.sort.join(',')) : decodeSort(listing.defaultSort);
  const kept = known(saved ? saved.columns : views.columns) ?? standardColumns(listing);
  const sort = query.sort ?? sortedBy;
  const columns = known(query.columns) ?? kept;
  const layout = query.layout ?? (saved ? layoutOf(saved) : 'table');
  const filter = saved ? orNothing(query.filter ?? saved.filter) : query.filter;
  const view = saved ? viewOf(saved) : missing ? null : declared;
  return {
    view,
    saved,
    missing,
    filter,
    whole: saved ? filter : combine(view?.filter, query.filter),
    sort,
    columns,
    layout,
    differs:
      saved !== null &&
      (text(filter) !== text(saved.filter) ||
        encodeSort(sort) !== encodeSort(sortedBy) ||
        !sameColumns(columns, kept) ||
        layout !== layoutOf(saved)),
    blocked: query.filter === null && (saved?.unfit?.conditions.length ?? 0) > 0,
  };
}

/** Forgets what the address says beside a saved view. */
export const asSaved = { filter: null, sort: null, columns: null, layout: null } satisfies Partial<ListQuery>;

/** The way to another view: what was said beside a saved one belongs to it alone. */
export const toView = (key: string, now: Standing): Partial<ListQuery> =>
  now.saved || now.missing || isId(key) ? { view: key, ...asSaved } : { view: key };

/** A filter as the address has it beside the view: taking away all of a saved one has to be said. */
export function filterBeside(filter: Filter | null, { saved }: Standing): Filter | null {
  if (!saved) return filter;
  return text(filter) === text(saved.filter) ? null : (filter ?? nothing);
}

/** A layout as the address has it beside the view. */
export const layoutBeside = (layout: Layout, { saved }: Standing): Layout | null =>
  layout === (saved ? layoutOf(saved) : 'table') ? null : layout;
