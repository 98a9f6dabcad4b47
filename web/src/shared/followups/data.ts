import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, useMe, type Document, type Ref } from '@/shared/api';
import { listKey } from '@/shared/lists';
import type { FollowUp, Happened, Task } from './types';

export type Timed = 'customers' | 'contacts' | 'opportunities';

const timelineKey = (list: Timed, id: string) => ['timeline', list, id] as const;
const followUpKey = (id: string) => ['activity', id] as const;
const taskKey = (id: string) => ['task', id] as const;

export const useFollowUp = (id: string) =>
  useQuery({
    queryKey: followUpKey(id),
    queryFn: ({ signal }) => http.get<FollowUp>(`/api/activities/${id}`, { signal }),
  });

export const useTask = (id: string) =>
  useQuery({
    queryKey: taskKey(id),
    queryFn: ({ signal }) => http.get<Task>(`/api/tasks/${id}`, { signal }),
  });

/** The newest follow-ups with all tasks; earlier follow-ups page by page. */
export const useTimeline = (list: Timed, id: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: timelineKey(list, id),
    queryFn: ({ signal, pageParam }) =>
      http.get<Happened>(`/api/${list}/${id}/timeline${pageParam ? `?before=${pageParam}` : ''}`, { signal }),
    initialPageParam: '',
    getNextPageParam: page => page.earlier,
    select: ({ pages }) => ({
      activities: pages.flatMap(page => page.activities),
      tasks: pages.flatMap(page => page.tasks),
    }),
    enabled,
  });

/** Call after a follow-up or task was written: whatever shows it asks again. */
export function useFollowUpsChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [
          listKey('activities'),
          listKey('tasks'),
          // "Last followed up" stands in these.
          listKey('customers'),
          listKey('contacts'),
          ['contact'],
          listKey('opportunities'),
          ['timeline'],
          ['history'],
          ['activity'],
          ['task'],
        ].map(queryKey => client.invalidateQueries({ queryKey })),
      ),
    [client],
  );
}

/** Ticks a task off, or puts it back, on top of whatever it says now. */
export function useTaskDone(after: {
  onSuccess?: (done: boolean) => void;
  onError?: (error: unknown) => void;
}) {
  const changed = useFollowUpsChanged();
  return useMutation({
    mutationFn: async ({ id, done }: { id: string; done: boolean }) => {
      const { title, dueOn, priority, note, owner, version } = await http.get<Task>(`/api/tasks/${id}`);
      await http.put(`/api/tasks/${id}`, {
        title,
        dueOn,
        priority,
        note,
        owner: owner.id,
        done,
        version,
      } satisfies Document<'EditTask'>);
    },
    onSuccess: (_, { done }) => after.onSuccess?.(done),
    onError: after.onError,
    onSettled: () => void changed(),
  });
}

/** Whether this person may change what someone has written: their own, or everything within a wider reach. */
export function useMayEdit() {
  const me = useMe();
  return (owner: Ref) => {
    const reach = me?.permissions['activities:edit'];
    return reach !== undefined && (reach !== 'OWN' || owner.id === me?.id);
  };
}

/** Whether this person may delete it: authors their own, others within the reach of that right. */
export function useMayDelete() {
  const me = useMe();
  return (owner: Ref) => {
    if (me?.permissions['activities:edit'] === undefined) return false;
    const reach = me.permissions['activities:delete'];
    return owner.id === me.id || (reach !== undefined && reach !== 'OWN');
  };
}
