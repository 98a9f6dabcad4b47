import { lazy, Suspense } from 'react';
import { isSeen, useWaiting } from './data';
import type { KeptAbout } from './store';

const WaitingList = lazy(() => import('./WaitingList'));

/** What waits to be sent, about one record or at all; its list loads where there is something. */
export function Kept({ about }: { about?: KeptAbout }) {
  const waiting = useWaiting();
  if (!waiting?.some(isSeen)) return null;
  return (
    <Suspense fallback={null}>
      <WaitingList about={about} />
    </Suspense>
  );
}
