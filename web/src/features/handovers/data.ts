import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, type Document, type Filter } from '@/shared/api';
import { listKey } from '@/shared/lists';

export type Preview = Document<'HandoverPreview'>;
export type Kind = Document<'HandoverKind'>;
export type Handover = Document<'HandoverView'>;
export type Item = Document<'HandoverItem'>;
export type ItemState = Item['state'];
export type Rule = { filter: Filter | null; withCustomer: boolean; heirs: string[] };
/** The rules of each kind, asked in turn; the last one is for whatever the others leave. */
export type Rules = Record<string, Rule[]>;

const key = ['handover'] as const;

/** The plan as the server reads it: rules that give nobody anything are left out. */
export const planOf = (leaver: string, rules: Rules): Document<'HandoverPlan'> => ({
  leaver,
  rules: Object.entries(rules).flatMap(([kind, all]) =>
    all
      .filter(rule => rule.heirs.length > 0 || rule.withCustomer)
      .map(rule => ({ kind, ...rule, filter: rule.filter as never })),
  ),
});

export const usePreview = (leaver: string | null, rules: Rules) =>
  useQuery({
    queryKey: [...key, 'preview', leaver, rules],
    queryFn: ({ signal }) =>
      http.post<Preview>('/api/handovers/preview', planOf(leaver ?? '', rules), { signal }),
    enabled: leaver !== null,
    placeholderData: (before, query) => (query?.queryKey[2] === leaver ? before : undefined),
  });

export const useStart = () =>
  useMutation({
    mutationFn: (start: Document<'StartHandover'>) =>
      http.post<Document<'StartedHandover'>>('/api/handovers', start),
  });

export const useHandover = (id: string) =>
  useQuery({
    queryKey: [...key, id],
    queryFn: ({ signal }) => http.get<Handover>(`/api/handovers/${id}`, { signal }),
  });

export const useItems = (id: string, state: ItemState | null, page: number) =>
  useQuery({
    queryKey: [...key, id, 'items', state, page],
    queryFn: ({ signal }) =>
      http.get<Document<'HandoverItems'>>(`/api/handovers/${id}/items`, { query: { state, page }, signal }),
    placeholderData: keepPreviousData,
  });

export const useResume = (id: string) =>
  useMutation({ mutationFn: () => http.post(`/api/handovers/${id}/resume`) });

/** Call when one began or ended: whatever shows it, or what it moved, asks again. */
export function useHandoversChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [key, listKey('handovers'), listKey('customers'), listKey('opportunities'), listKey('tasks')].map(
          queryKey => client.invalidateQueries({ queryKey }),
        ),
      ),
    [client],
  );
}
