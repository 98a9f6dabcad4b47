import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
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
};

const parameters = ({ filter, sort, page, size, q, columns }: Asked) => ({
  filter: filter && encodeFilter(filter),
  sort,
  page,
  size,
  q,
  columns: columns?.join(','),
});

/** The keys under which lists are cached. Invalidate `listKey('customers')` after any change to customers. */
export const listKey = (list: string) => ['lists', list] as const;

export function useListing(list: string, enabled = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...listKey(list), 'description', language],
    queryFn: ({ signal }) => http.get<Listing>(`/api/lists/${list}`, { signal }),
    staleTime: 5 * 60_000,
    enabled,
  });
}

export async function fetchRows(list: string, asked: Asked, signal: AbortSignal) {
  const found = await http.get<Rows>(`/api/lists/${list}/rows`, { query: parameters(asked), signal });
  rememberRows(found.rows);
  return found;
}

export function useRows(list: string, asked: Asked, enabled = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...listKey(list), 'rows', language, asked],
    queryFn: ({ signal }) => fetchRows(list, asked, signal),
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

/** The rows of one board column, a screenful at a time. */
export function useCards(list: string, asked: Asked) {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: [...listKey(list), 'cards', language, asked],
    initialPageParam: 1,
    queryFn: ({ signal, pageParam }) =>
      fetchRows(list, { ...asked, page: pageParam, size: cardsPerStep }, signal),
    getNextPageParam: last => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
}

export const exportHref = (list: string, format: 'xlsx' | 'csv', asked: Asked) =>
  address(`/api/lists/${list}/export`, { format, ...parameters(asked), page: null, size: null });

export const cardsOf = (pages: Rows[] | undefined): Row[] => pages?.flatMap(page => page.rows) ?? [];
