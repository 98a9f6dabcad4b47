import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';
import type { Session } from './types';

export const sessionKey = ['session'] as const;

/** The session has ended on the server: the guards then lead to sign-in, keeping the way back. */
function forgetSession(client: QueryClient, error: unknown) {
  if (!isProblem(error) || error.status !== 401) return;
  const session = client.getQueryData<Session>(sessionKey);
  if (session?.state !== 'SIGNED_IN') return;
  client.setQueryData<Session>(sessionKey, { ...session, state: 'ANONYMOUS', me: null });
}

export function createQueryClient() {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: error => forgetSession(client, error) }),
    mutationCache: new MutationCache({ onError: error => forgetSession(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isProblem(error) && error.passing && count < 3,
        retryDelay: (count, error) =>
          isProblem(error) && error.retryAfter ? error.retryAfter * 1000 : 500 * 2 ** count,
      },
      mutations: { retry: false },
    },
  });
  return client;
}
