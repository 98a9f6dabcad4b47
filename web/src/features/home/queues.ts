import type { Condition, Filter } from '@/shared/api';
import { daysLater, instantAt } from '@/shared/i18n';
import { combine } from '@/shared/lists';

/** Whose records: one's own, a department's, or everything within reach. */
export type Whose = { mine: true } | { unit: string | null };

const owned = (whose: Whose): Filter | null => {
  if ('mine' in whose) return { column: 'owner', operator: 'ME' };
  return whose.unit ? { column: 'owner', operator: 'IN_UNIT', values: [whose.unit] } : null;
};
const within = (column: string, span: string): Condition => ({ column, operator: 'WITHIN', values: [span] });
const open: Condition = { column: 'outcome', operator: 'IS', values: ['OPEN'] };
const all = (...filters: (Filter | null)[]): Filter => combine(...filters) ?? { all: [] };

export const forgottenAfter = 30;

/** The lists a day's work begins with; each is a filter, so each can be opened. */
export const queues = {
  closing: (whose: Whose) => all(open, within('expectedClose', 'THIS_MONTH'), owned(whose)),
  noStep: (whose: Whose) => all(open, { column: 'nextStepOn', operator: 'EMPTY' }, owned(whose)),
  stuck: (whose: Whose) => all(open, { column: 'overdue', operator: 'IS', values: ['true'] }, owned(whose)),
  passed: (whose: Whose) => all(open, within('expectedClose', 'PAST'), owned(whose)),
  forgotten: (whose: Whose, today: string) =>
    all(
      {
        any: [
          { column: 'lastFollowedAt', operator: 'EMPTY' },
          {
            column: 'lastFollowedAt',
            operator: 'AT_MOST',
            values: [instantAt(daysLater(today, -forgottenAfter), '00:00')],
          },
        ],
      },
      owned(whose),
    ),
};

/** What I have to do today: what is due, and what should have been done before. */
export const plan: Filter = {
  all: [
    { any: [within('dueOn', 'PAST'), within('dueOn', 'TODAY')] },
    { column: 'doneAt', operator: 'EMPTY' },
    { column: 'owner', operator: 'ME' },
  ],
};
