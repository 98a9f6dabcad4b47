import { useQuery } from '@tanstack/react-query';
import { http } from './client';
import { sessionKey } from './queries';
import type { Me, Session } from './types';

/** Who is here, on which installation. Asked once; every other part reads this copy. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => http.get<Session>('/api/session', { signal }),
    staleTime: Infinity,
  });

export const useMe = (): Me | null => useSession().data?.me ?? null;

/** Whether the signed-in person may do `module:action`, at whatever reach. */
export function useCan() {
  const me = useMe();
  return (permission: string) => Boolean(me && Object.hasOwn(me.permissions, permission));
}
