import type { Stay } from './types';

/** Whether a stay is over, holds, or is planned, on a day. */
export function stateOf({ from, until }: Pick<Stay, 'from' | 'until'>, day: string) {
  if (from > day) return 'future';
  return until !== null && until <= day ? 'past' : 'current';
}

/** The day before: the last on which something held that ended on `until`. */
export const dayBefore = (until: string) =>
  new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
