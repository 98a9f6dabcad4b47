import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';
import type { Session } from './types';

export const sessionKey = ['session'] as const;
/** How the last session ended, while nobody has signed in since. */
export const endKey = ['session-end'] as const;
export type End = 'expired' | 'left';
/** Recovery codes somebody was given on the way in and has not put away yet. */
export const freshCodesKey = ['session-codes'] as const;

const forgets: (() => void)[] = [];
/** What is kept of records outside the query cache is forgotten together with it. */
export const whenPersonChanges = (forget: () => void) => void forgets.push(forget);

/** The session has ended on the server: the page stays as it is until its person is back or leaves. */
export function expire(client: QueryClient) {
  if (client.getQueryData<Session>(sessionKey)?.me) client.setQueryData<End>(endKey, 'expired');
}

/** Somebody is here now: the same person goes on where they were. */
export function enter(client: QueryClient, session: Session) {
  const same = client.getQueryData<Session>(sessionKey)?.me?.id === session.me?.id;
  client.setQueryData<End | null>(endKey, null);
  client.setQueryData<Session>(sessionKey, session);
  tellOtherTabs();
  if (same) void client.invalidateQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
}

/** Nobody is here any more. */
export function leave(client: QueryClient, end: End) {
  client.setQueryData<End>(endKey, end);
  client.setQueryData<Session>(sessionKey, now => now && { ...now, state: 'ANONYMOUS', me: null });
  tellOtherTabs();
}

const isSession = (key: readonly unknown[]) => key[0] === sessionKey[0] || key[0] === endKey[0];

/** Nothing one person was shown outlives their session: the one place where all of it goes. */
function forgetWithPerson(client: QueryClient) {
  let person: string | null = null;
  client.getQueryCache().subscribe(event => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== sessionKey[0]) return;
    const now = (event.query.state.data as Session | undefined)?.me?.id ?? null;
    if (now === person) return;
    const before = person;
    person = now;
    if (before === null) return;
    client.removeQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
    client.getMutationCache().clear();
    forgets.forEach(forget => forget());
  });
}

const channelName = 'zhanggui.session';
let channel: BroadcastChannel | null = null;
const tellOtherTabs = () => channel?.postMessage(null);

/** Tabs share one session: when somebody comes or goes in one, the others ask again. */
export function heedOtherTabs(client: QueryClient) {
  if (typeof BroadcastChannel === 'undefined') return;
  channel = new BroadcastChannel(channelName);
  channel.onmessage = () => void client.invalidateQueries({ queryKey: sessionKey });
}

export function createQueryClient() {
  const onError = (error: unknown) => {
    if (isProblem(error) && error.status === 401) expire(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Without a network too: a failure that is said is better than a page that goes on waiting.
        networkMode: 'always',
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isProblem(error) && error.passing && count < 3 && navigator.onLine !== false,
        retryDelay: (count, error) =>
          isProblem(error) && error.retryAfter ? error.retryAfter * 1000 : 500 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  forgetWithPerson(client);
  return client;
}
