import { lazy, Suspense } from 'react';
import type { FollowUpFormProps } from './FollowUpForm';
import type { TaskFormProps } from './TaskForm';

// The forms bring date pickers along: they load with the first one opened.
const FollowUpForm = lazy(() => import('./FollowUpForm'));
const TaskForm = lazy(() => import('./TaskForm'));

/** Writes a follow-up about a customer or an opportunity, or changes one. */
export function FollowUpDrawer({ open, ...props }: FollowUpFormProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <FollowUpForm {...props} />
    </Suspense>
  ) : null;
}

/** Plans a task, or changes one. */
export function TaskDrawer({ open, ...props }: TaskFormProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <TaskForm {...props} />
    </Suspense>
  ) : null;
}
