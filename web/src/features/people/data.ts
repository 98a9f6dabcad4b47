import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http } from '@/shared/api';
import { listKey } from '@/shared/lists';
import type { Organisation, Person } from './types';

const organisationKey = ['organisation'] as const;
const personKey = ['person'] as const;
const histories = ['people', 'units', 'seats'].map(list => ['history', list]);

/** The organisation of a day; today where none is named. */
export const useOrganisation = (on: string | null, enabled = true) =>
  useQuery({
    queryKey: [...organisationKey, on],
    queryFn: ({ signal }) => http.get<Organisation>('/api/organisation', { query: { on }, signal }),
    enabled,
  });

export const usePerson = (id: string) =>
  useQuery({
    queryKey: [...personKey, id],
    queryFn: ({ signal }) => http.get<Person>(`/api/people/${id}`, { signal }),
  });

/** Call after anything of people or organisation was written: whatever shows it asks again. */
export function usePeopleChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [organisationKey, personKey, listKey('people'), ...histories].map(queryKey =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
    [client],
  );
}
