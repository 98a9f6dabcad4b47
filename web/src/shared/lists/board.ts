import type { ReactNode } from 'react';
import type { Filter, Group, Row } from '@/shared/api';

/** What `onMove` rejects with when the person changed their mind. */
export const cancelled = Symbol('cancelled');

/** Whether a column is a field the company added: beside built-in ones it needs its name to be understood. */
export const isOwn = (key: string) => key.startsWith('custom.');

export type BoardProps = {
  /** The column whose values are the board's columns. */
  by: string;
  /** What a card shows: its name, the amount beside it, and a few more columns. */
  card: { title: string; amount?: string; fields?: string[] };
  /** More for a card than its fields, such as an overdue mark. */
  extra?: (row: Row) => ReactNode;
  /** Columns that `extra` reads beside those on the card. */
  needs?: string[];
  /** Records the board is about, on top of what the list is filtered by. */
  filter?: Filter;
  /** Which values get a column; all of them when missing. */
  keeps?: (group: Group) => boolean;
  /** A few words at the head of a column, under its sums. */
  note?: (group: Group) => ReactNode;
  /** Beside the switch between list and board, while the board is shown. */
  tools?: ReactNode;
  /** Moves a record; without it cards stay where they are. Reject with `cancelled` to put the card back silently. */
  onMove?: (id: string, from: string | null, to: string | null, row: Row) => Promise<unknown>;
};
