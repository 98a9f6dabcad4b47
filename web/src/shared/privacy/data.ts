import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, type Document } from '@/shared/api';
import { listKey } from '@/shared/lists';

export type Word = Document<'PersonalWord'>;
export type Preview = Document<'ErasurePreview'>;
export type Erasure = Document<'Erasure'>;
export type Retention = Document<'Retention'>;
export type Hold = Document<'RetentionHold'>;

const key = ['privacy'] as const;

/** What an erasure would find; of the words the contact itself tells where none are given. */
export const usePreview = (contact: string, words: Word[] | null) =>
  useQuery({
    queryKey: [...key, 'preview', contact, words],
    queryFn: ({ signal }) =>
      http.post<Preview>(`/api/contacts/${contact}/erasure/preview`, { words }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const useErasure = (id: string) =>
  useQuery({
    queryKey: [...key, 'erasure', id],
    queryFn: ({ signal }) => http.get<Erasure>(`/api/erasures/${id}`, { signal }),
  });

export const useRetention = () =>
  useQuery({
    queryKey: [...key, 'retention'],
    queryFn: ({ signal }) => http.get<Retention>('/api/retention', { signal }),
  });

/** None where the contact is not kept on. */
export const useHold = (contact: string, enabled: boolean) =>
  useQuery({
    queryKey: [...key, 'hold', contact],
    queryFn: async ({ signal }) =>
      (await http.get<Hold | undefined>(`/api/contacts/${contact}/hold`, { signal })) ?? null,
    enabled,
  });

/** Call when one began or ended, or the rule was changed: whatever shows it asks again. */
export function usePrivacyChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [key, listKey('erasures'), listKey('due-contacts'), listKey('contacts'), ['contact']].map(queryKey =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
    [client],
  );
}
