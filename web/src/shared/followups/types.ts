import type { Document, Ref } from '@/shared/api';

/** What was done with a customer 跟进记录. */
export type FollowUp = Document<'Activity'>;
export type Kind = FollowUp['kind'];
export const kinds = [
  'CALL',
  'VISIT',
  'MEETING',
  'MESSAGE',
  'EMAIL',
  'OTHER',
] as const satisfies readonly Kind[];

/** What is to be done 待办. */
export type Task = Document<'Task'>;
export type Priority = Task['priority'];
export const priorities = ['HIGH', 'NORMAL', 'LOW'] as const satisfies readonly Priority[];

/** What a follow-up or a task is about; any of them may be missing. */
export type About = { customer?: Ref | null; contact?: Ref | null; opportunity?: Ref | null };

export type Happened = Document<'Timeline'>;
