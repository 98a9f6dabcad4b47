import { lazy, Suspense, type ComponentType } from 'react';

type Props = { open: boolean; onClose: () => void };

/** Forms bring much along: each loads with the first one opened. */
function late(load: () => Promise<{ default: ComponentType<{ onClose: () => void }> }>) {
  const Form = lazy(load);
  return function Late({ open, onClose }: Props) {
    return open ? (
      <Suspense fallback={null}>
        <Form onClose={onClose} />
      </Suspense>
    ) : null;
  };
}

export const NewCustomer = late(() => import('./NewCustomer'));
export const NewContact = late(() => import('@/features/customers/NewContact'));
export const NewFollowUp = late(() => import('@/shared/followups/FollowUpForm'));
export const NewTask = late(() => import('@/shared/followups/TaskForm'));
export const NewOpportunity = late(() => import('./NewOpportunity'));
