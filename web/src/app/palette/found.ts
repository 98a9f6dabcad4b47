import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { listPath, recordPath } from '@/shared/lists/paths';

export type Hit = Document<'SearchHit'>;
export type Group = Document<'SearchGroup'>;

/** Fewer characters are in everything. */
export const shortest = 2;
const pause = 200;

/** Where a record is looked at: on its own page, or beside its list. */
export const pathOf = ({ list, id }: Pick<Hit, 'list' | 'id'>) =>
  recordPath(list, id) ?? (listPath(list) ? `${listPath(list)}?open=${id}` : `/${list}/${id}`);

/** Text as it stands after a short pause of the typing. */
function usePaused(text: string) {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** The records of every list one may read that are probably meant. An older answer never takes a newer one's place. */
export function useFound(typed: string) {
  const language = useLanguage();
  const q = usePaused(typed);
  const asks = [...q].length >= shortest;
  const answer = useQuery({
    queryKey: ['search', language, q],
    queryFn: ({ signal }) => http.get<Group[]>(`/api/search?q=${encodeURIComponent(q)}`, { signal }),
    placeholderData: keepPreviousData,
    enabled: asks,
  });
  const wanted = [...typed].length >= shortest;
  return {
    groups: (wanted && answer.data) || [],
    searching: wanted && (q !== typed || answer.isFetching),
    error: wanted && q === typed && !answer.isFetching ? answer.error : null,
    again: () => void answer.refetch(),
  };
}

/** What one opened lately, on whatever device. */
export function useLately() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['search', language, 'opened'],
    queryFn: ({ signal }) => http.get<Hit[]>('/api/search/opened', { signal }),
    staleTime: 0,
  });
}
