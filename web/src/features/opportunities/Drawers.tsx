import { lazy, Suspense } from 'react';
import type { OpportunityFormProps } from './OpportunityForm';
import type { Opportunity } from './types';

// Brings the calendar along: it loads with the first one opened.
const OpportunityForm = lazy(() => import('./OpportunityForm'));
const CorrectForm = lazy(() => import('./CorrectForm'));

/** Makes an opportunity, or changes one. */
export function OpportunityDrawer({ open, ...props }: OpportunityFormProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <OpportunityForm {...props} />
    </Suspense>
  ) : null;
}

/** Puts right how a closed one ended. */
export function CorrectDrawer({
  open,
  ...props
}: {
  open: boolean;
  record: Opportunity;
  onClose: () => void;
}) {
  return open ? (
    <Suspense fallback={null}>
      <CorrectForm {...props} />
    </Suspense>
  ) : null;
}
