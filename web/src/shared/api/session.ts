import { useQuery } from '@tanstack/react-query';
import { http } from './client';
import type { Document } from './documents';
import { endKey, expire, freshCodesKey, sessionKey, type End } from './queries';
import type { FieldLevel, Me, Session } from './types';

/** Who is here, on which installation. Every other part reads this copy; it is asked again when the tab is looked at. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: async ({ client, signal }) => {
      const now = await http.get<Session>('/api/session', { signal });
      const known = client.getQueryData<Session>(sessionKey);
      if (!known?.me || now.me || now.state === 'SETUP') {
        client.setQueryData<End | null>(endKey, end => (now.me ? null : end));
        return now;
      }
      expire(client);
      return known;
    },
    staleTime: Infinity,
    refetchOnWindowFocus: 'always',
  });

/** How the session ended, when it did. */
export const useEnd = () =>
  useQuery<End | null>({ queryKey: endKey, queryFn: () => null, initialData: null, enabled: false }).data;

/** What somebody was told on the way in and has to put away first. */
export const useFreshCodes = () =>
  useQuery<Document<'Enrolled'> | null>({
    queryKey: freshCodesKey,
    queryFn: () => null,
    initialData: null,
    enabled: false,
  }).data;

export const useMe = (): Me | null => useSession().data?.me ?? null;

/** How far the signed-in person may go with a field of the records of a list. */
export function useFieldLevel() {
  const me = useMe();
  return (list: string, field: string): FieldLevel => me?.fields?.[list]?.[field] ?? 'WRITE';
}

/** Whether the signed-in person may do `module:action`, at whatever reach. */
export function useCan() {
  const me = useMe();
  return (permission: string) => Boolean(me && Object.hasOwn(me.permissions, permission));
}

/** Whether the signed-in person is given figures: they are made of fields that may be hidden from them. */
export function useMayReport() {
  const level = useFieldLevel();
  const can = useCan();
  const made = ['amount', 'owner', 'closedOn', 'engagedOn', 'products'];
  return (
    can('reports:read') && made.every(field => ['READ', 'WRITE'].includes(level('opportunities', field)))
  );
}
