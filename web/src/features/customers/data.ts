import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, withHidden } from '@/shared/api';
import { listKey } from '@/shared/lists';
import type { Contact, Customer, Deals } from './types';

const customerKey = (id: string) => ['customer', id] as const;

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: customerKey(id),
    queryFn: async ({ signal }) =>
      withHidden(
        await http.get<Customer>(`/api/customers/${id}`, { signal }),
        ['tags', 'collaborators'],
        ['owner', 'unit', 'parent', 'level', 'phone', 'annualRevenue', 'lastFollowedAt', 'externalId'],
      ),
  });

export const useDeals = (id: string, enabled: boolean) =>
  useQuery({
    // Under the key of the list, because whatever changes opportunities changes their sums too.
    queryKey: [...listKey('opportunities'), 'of-customer', id],
    queryFn: ({ signal }) => http.get<Deals>(`/api/opportunities/of-customer/${id}/summary`, { signal }),
    enabled,
  });

export const useContact = (id: string) =>
  useQuery({
    queryKey: ['contact', id],
    queryFn: ({ signal }) => http.get<Contact>(`/api/contacts/${id}`, { signal }),
  });

/** Call after customers or their contacts were changed: whatever shows them asks again. */
export function useCustomersChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [
          listKey('customers'),
          listKey('contacts'),
          ['customer'],
          ['contact'],
          ['history', 'customers'],
          ['history', 'contacts'],
        ].map(queryKey => client.invalidateQueries({ queryKey })),
      ),
    [client],
  );
}
