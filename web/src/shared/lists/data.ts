import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { address, http, type Filter, type Group, type Listing, type Row, type Rows } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { encodeFilter } from './filters';
import { rememberRows } from './named';

/** What is asked of the server; the language is part of every key because labels come with the answer. */
export type Asked = {
  filter: Filter | null;
  sort?: string;
  page?: number;
  size?: number;
  q?: string;
  columns?: string[] | null;
  /** Whether to be told which rows one may change. */
  rights?: boolean;
};

const parameters = ({ filter, sort, page, size, q, columns, rights }: Asked) => ({
  filter: filter && encodeFilter(filter),
  sort,
  page,
  size,
  q,
  columns: columns?.join(','),
  rights: rights || null,
});

/** The keys under which lists are cached. Invalidate `listKey('customers')` after any change to customers. */
export const listKey = (list: string) => ['lists', list] as const;

/** A mask is a text, not something to call or to open. */
const plain = (listing: Listing): Listing => ({
  ...listing,
  columns: listing.columns.map(column => (column.masked ? { ...column, kind: 'TEXT' } : column)),
});

export function useListing(list: string, enabled = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...listKey(list), 'description', language],
    queryFn: async ({ signal }) => plain(await http.get<Listing>(`/api/lists/${list}`, { signal })),
    staleTime: 5 * 60_000,
    enabled,
  });
}

/** What is known already and spares the server counting: how many rows there are, and where a neighbour page ended. */
type Known = { total?: number; after?: string; before?: string };

export async function fetchRows(list: string, asked: Asked, signal: AbortSignal, known: Known = {}) {
  const query = { ...parameters(asked), ...known };
  const found = await http.get<Rows>(`/api/lists/${list}/rows`, { query, signal });
  rememberRows(found.rows);
  return found;
}

/** Totals hold for a minute, and only until something changes. */
const totalsLast = 60_000;

const fresh = <T>(client: QueryClient, key: readonly unknown[], age = Infinity): T | undefined => {
  const state = client.getQueryState<T>(key);
  return state && !state.isInvalidated && Date.now() - state.dataUpdatedAt < age ? state.data : undefined;
};

/** Asks for a page beside one that was read before where there is one, and counts only what was not counted before. */
async function readPage(
  client: QueryClient,
  list: string,
  language: string,
  asked: Asked,
  signal: AbortSignal,
) {
  const { filter, q, columns, page = 1 } = asked;
  const totalsKey = [...listKey(list), 'totals', language, { filter, q, columns }];
  const beside = (step: number) =>
    fresh<Rows>(client, [...listKey(list), 'rows', language, { ...asked, page: page + step }]);
  const counted = fresh<Pick<Rows, 'total' | 'sums'>>(client, totalsKey, totalsLast);
  const after = page > 1 ? beside(-1)?.after : null;
  const before = page > 1 && !after ? beside(1)?.before : null;
  const found = await fetchRows(list, asked, signal, {
    ...(counted && { total: counted.total }),
    ...(after && { after }),
    ...(before && { before }),
  });
  if (counted) return { ...found, ...counted };
  client.setQueryData(totalsKey, { total: found.total, sums: found.sums });
  return found;
}

export function useRows(list: string, asked: Asked, enabled = true) {
  const language = useLanguage();
  const client = useQueryClient();
  return useQuery({
    queryKey: [...listKey(list), 'rows', language, asked],
    queryFn: ({ signal }) => readPage(client, list, language, asked, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useGroups(list: string, by: string, asked: Pick<Asked, 'filter' | 'q'>) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...listKey(list), 'groups', language, by, asked],
    queryFn: ({ signal }) =>
      http.get<Group[]>(`/api/lists/${list}/groups`, { query: { by, ...parameters(asked) }, signal }),
    placeholderData: keepPreviousData,
  });
}

const cardsPerStep = 20;

type Step = { page: number; known: Known };

/** The rows of one board column, a screenful at a time. */
export function useCards(list: string, asked: Asked) {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: [...listKey(list), 'cards', language, asked],
    initialPageParam: { page: 1, known: {} } as Step,
    queryFn: ({ signal, pageParam: { page, known } }) =>
      fetchRows(list, { ...asked, page, size: cardsPerStep }, signal, known),
    getNextPageParam: ({ page, size, total, after }): Step | undefined =>
      page * size < total ? { page: page + 1, known: { total, ...(after && { after }) } } : undefined,
  });
}

export const exportHref = (list: string, format: 'xlsx' | 'csv', asked: Asked) =>
  address(`/api/lists/${list}/export`, {
    format,
    ...parameters(asked),
    page: null,
    size: null,
    rights: null,
  });

export const cardsOf = (pages: Rows[] | undefined): Row[] => pages?.flatMap(page => page.rows) ?? [];
