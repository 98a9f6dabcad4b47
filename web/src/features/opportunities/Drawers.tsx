import { lazy, Suspense } from 'react';
import type { OpportunityFormProps } from './OpportunityForm';

// Brings the calendar along: it loads with the first one opened.
const OpportunityForm = lazy(() => import('./OpportunityForm'));

/** Makes an opportunity, or changes one. */
export function OpportunityDrawer({ open, ...props }: OpportunityFormProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <OpportunityForm {...props} />
    </Suspense>
  ) : null;
}
