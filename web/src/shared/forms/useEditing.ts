import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http, type Document } from '@/shared/api';

export type Edited = { list: string; id: string };

/** The server forgets after a minute. */
const sayEvery = 20_000;

/** Says that this person has the form of a record open, and hears who else does. */
export function useEditing(of: Edited | null | undefined): Document<'Editor'>[] {
  const path = of ? `/api/presence/${of.list}/${of.id}` : null;
  useEffect(() => {
    if (!path) return;
    return () => void http.delete(path).catch(() => undefined);
  }, [path]);
  const others = useQuery({
    queryKey: ['editing', path],
    queryFn: () => http.put<Document<'Editor'>[]>(path!),
    enabled: path !== null,
    refetchInterval: sayEvery,
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
    // It helps where it can; the form does without it.
    retry: false,
  });
  return others.data ?? [];
}
