import type { Ref } from '@/shared/api';

export const kinds = ['CALL', 'VISIT', 'MEETING', 'MESSAGE', 'EMAIL', 'OTHER'] as const;
export type Kind = (typeof kinds)[number];
export const priorities = ['HIGH', 'NORMAL', 'LOW'] as const;
export type Priority = (typeof priorities)[number];

/** What a follow-up or a task is about; any of them may be missing. */
export type About = { customer?: Ref | null; contact?: Ref | null; opportunity?: Ref | null };
type Subject = { customer: Ref | null; contact: Ref | null; opportunity: Ref | null };

/** What was done with a customer 跟进记录. */
export type FollowUp = Subject & {
  id: string;
  kind: Kind;
  happenedAt: string;
  text: string;
  nextStep: string | null;
  owner: Ref;
  createdAt: string;
  version: number;
};

/** What is to be done 待办. */
export type Task = Subject & {
  id: string;
  title: string;
  dueOn: string;
  doneAt: string | null;
  priority: Priority;
  note: string | null;
  owner: Ref;
  createdAt: string;
  version: number;
};

export type Happened = { activities: FollowUp[]; tasks: Task[] };
