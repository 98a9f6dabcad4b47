import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, withHidden, type Ref } from '@/shared/api';
import { today, useLanguage } from '@/shared/i18n';
import { listKey } from '@/shared/lists';
import { priceOn } from './lines';
import type { Opportunity, Pipeline } from './types';

const opportunityKey = (id: string) => ['opportunity', id] as const;
export const pipelinesKey = ['pipelines'] as const;

export const fetchOpportunity = async (id: string, signal?: AbortSignal) =>
  withHidden(
    await http.get<Opportunity>(`/api/opportunities/${id}`, { signal }),
    ['lines', 'contacts', 'collaborators'],
    [
      'customer',
      'amount',
      'baseAmount',
      'rate',
      'rateFrom',
      'expectedClose',
      'engagedOn',
      'closedOn',
      'cycleDays',
      'lossReason',
      'outcomeNote',
      'source',
      'competitor',
      'nextStep',
      'nextStepOn',
      'description',
      'owner',
      'lastFollowedAt',
      'externalId',
    ],
  );

export function useOpportunity(id: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...opportunityKey(id), language],
    queryFn: ({ signal }) => fetchOpportunity(id, signal),
  });
}

export function usePipelines() {
  const language = useLanguage();
  return useQuery({
    queryKey: [...pipelinesKey, language],
    queryFn: ({ signal }) => http.get<Pipeline[]>('/api/pipelines', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** What a product costs by the list today; nothing where it has no price in that currency. */
export async function listPrice(product: string, currency: string) {
  const { prices } = await http.get<{ prices?: Parameters<typeof priceOn>[0] }>(`/api/products/${product}`);
  return priceOn(prices ?? [], currency, today());
}

/** The name of a customer an address speaks of. */
export const useCustomerName = (id: string | null) =>
  useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => http.get<Ref>(`/api/customers/${id}`, { signal }),
    enabled: id !== null,
  });

/** Call after opportunities were changed: whatever shows them asks again. */
export function useOpportunitiesChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [listKey('opportunities'), ['opportunity'], ['history', 'opportunities'], ['reports']].map(queryKey =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
    [client],
  );
}
