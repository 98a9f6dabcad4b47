import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { listPath, recordPath } from '@/shared/lists/paths';

export type Notice = Document<'Notice'>;
type Page = Document<'NoticePage'>;
type Bell = Document<'Bell'>;

const key = ['notices'] as const;
const bellKey = [...key, 'bell'] as const;
const every = 60_000;

/** Whoever does nothing for so long is not there: asking on would keep their session alive. */
const awayAfter = 30 * every;
let lastTouched = Date.now();
for (const event of ['pointerdown', 'keydown'])
  window.addEventListener(event, () => (lastTouched = Date.now()), { passive: true });

/** How many are unread; asked again each minute, but not while nobody is at the page. */
export const useUnread = () =>
  useQuery({
    queryKey: bellKey,
    queryFn: ({ client, signal }) => {
      const known = client.getQueryData<Bell>(bellKey);
      return known && Date.now() - lastTouched > awayAfter
        ? known
        : http.get<Bell>('/api/notices/bell', { signal });
    },
    refetchInterval: every,
    refetchOnWindowFocus: true,
    staleTime: every / 2,
  }).data?.unread ?? 0;

/** One's notices, the newest first. */
export function useNotices(unread: boolean) {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: [...key, 'list', language, unread],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam ? `&before=${pageParam}` : '';
      return http.get<Page>(`/api/notices?unread=${unread}${before}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
}

/** The one a letter leads to. */
export function useNotice(id: string | null) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...key, 'one', language, id],
    queryFn: ({ signal }) => http.get<Notice>(`/api/notices/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** Marks one as read, or as unread again. */
export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, read }: { id: string; read: boolean }) =>
      http.put(`/api/notices/${id}`, { read } satisfies Document<'SetRead'>),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Marks all as read that had come by the time the newest shown did. */
export function useReadAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => http.put('/api/notices/read', { upTo } satisfies Document<'ReadAll'>),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Where what a notice is about opens, for who may see it. */
export function noticePath({ kind, list, record, mine, gone }: Notice) {
  if (gone) return null;
  if (kind === 'job-done' || kind === 'job-failed') return '/jobs';
  const path = list && listPath(list);
  if (!path) return null;
  if (record) return recordPath(list, record) ?? `${path}?open=${record}`;
  return mine ? `${path}?view=mine` : path;
}
