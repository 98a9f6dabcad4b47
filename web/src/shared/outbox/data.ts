import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useMe } from '@/shared/api';
import { whenPersonChanges } from '@/shared/api/queries';
import type { KeptAbout, Waiting } from './store';

/** The storage loads with the first use: no list waits for it. */
const store = () => import('./store');

// Whoever signs out leaves nothing behind on the device but what was never sent.
whenPersonChanges(
  () =>
    void store()
      .then(({ forgetRecent }) => forgetRecent())
      .catch(() => undefined),
);

const key = (person: string | undefined) => ['outbox', person] as const;

const inHandFor = 30_000;

/** Whether one is to be seen waiting: what a form is sending this moment is most likely about to be gone. */
export const isSeen = ({ inHand, writtenAt }: Waiting) =>
  !inHand || Date.now() - Date.parse(writtenAt) > inHandFor;

/** What waits of a person, of whoever is signed in where nobody is named; kept up with other tabs. */
export function useWaiting(person?: string) {
  const me = useMe()?.id;
  const whose = person ?? me;
  const client = useQueryClient();
  useEffect(() => {
    let over = false;
    let stop = () => {};
    void store().then(
      ({ whenChanged }) => {
        if (over) return;
        stop = whenChanged(() => void client.invalidateQueries({ queryKey: key(whose) }));
      },
      () => undefined,
    );
    return () => {
      over = true;
      stop();
    };
  }, [client, whose]);
  return useQuery({
    queryKey: key(whose),
    // A browser without storage has kept nothing.
    queryFn: () =>
      store()
        .then(({ waitingOf }) => waitingOf(whose!))
        .catch(() => []),
    enabled: whose !== undefined,
    staleTime: 0,
  }).data;
}

export const useRecent = (person: string) =>
  useQuery({
    queryKey: ['recent', person],
    queryFn: () =>
      store()
        .then(({ recentOf }) => recentOf(person))
        .catch(() => []),
    staleTime: 0,
  }).data;

/** A record that was opened may be chosen later where nothing can be asked. */
export function useRemembering(about: KeptAbout) {
  const person = useMe()?.id;
  const list = about.opportunity ? 'opportunity' : about.contact ? 'contact' : 'customer';
  const id = about[list]?.id;
  const name = about[list]?.name;
  useEffect(() => {
    if (!person || !id || !name) return;
    void store()
      .then(({ remember }) => remember({ id, person, list, name, at: Date.now() }))
      .catch(() => undefined);
  }, [person, list, id, name]);
}

function subscribe(heed: () => void) {
  window.addEventListener('online', heed);
  window.addEventListener('offline', heed);
  return () => {
    window.removeEventListener('online', heed);
    window.removeEventListener('offline', heed);
  };
}

/** Whether the device says it has a network; having one does not mean the server is reached. */
export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine !== false);
