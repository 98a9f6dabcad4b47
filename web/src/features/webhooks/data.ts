import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';

export type Webhook = Document<'Webhook'>;
export type EventType = Document<'EventType'>;
export type Delivery = Document<'Delivery'>;
export type DeliveryState = Delivery['state'];

const key = ['webhooks'] as const;

export function useWebhooks() {
  const language = useLanguage();
  return useQuery({
    queryKey: [...key, 'all', language],
    queryFn: ({ signal }) => http.get<Document<'WebhookPage'>>('/api/webhooks', { signal }),
    refetchInterval: 15_000,
  });
}

/** What went to an endpoint, the newest first. */
export const useDeliveries = (id: string, state: DeliveryState | null) =>
  useInfiniteQuery({
    queryKey: [...key, id, state],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        ...(state && { state }),
        ...(pageParam && { before: pageParam }),
      });
      return http.get<Document<'WebhookDeliveries'>>(`/api/webhooks/${id}/deliveries?${query}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 10_000,
  });

export const useRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
};

/** Something is done to an endpoint, and what is shown is asked for again. */
export function useAct<R = void>() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ path, remove = false }: { path: string; remove?: boolean }) =>
      remove ? http.delete<R>(`/api/webhooks/${path}`) : http.post<R>(`/api/webhooks/${path}`),
    onSettled: refresh,
  });
}
