import type { Filter } from '@/shared/api';
import { isCondition, joined, joinOf, listHref, listPath, partsOf } from '@/shared/lists';
import type { Drill, SalesReport } from './data';

/** Where the records behind a number are listed. */
export const drillHref = ({ list, filter }: Drill) =>
  listHref(listPath(list) ?? '/', partsOf(filter).length ? { filter } : {});

/** Where the records behind an amount are listed: those counted too, unless they are others. */
export const sumHref = ({ drill, amountDrill }: { drill: Drill; amountDrill?: Drill | null }) =>
  drillHref(amountDrill ?? drill);

/** Where those are listed that a win rate is of. */
export const closedHref = ({ won, closedDrill }: Pick<SalesReport, 'won' | 'closedDrill'>) =>
  drillHref(closedDrill ?? withOutcome(won.drill, ['WON', 'LOST']));

/** The same records with these outcomes instead: what a win rate counts are those won and those lost. */
export function withOutcome({ list, filter }: Drill, outcomes: string[]): Drill {
  const swap = (one: Filter): Filter =>
    isCondition(one)
      ? one.column === 'outcome'
        ? { ...one, operator: 'IS', values: outcomes }
        : one
      : joined(joinOf(one), partsOf(one).map(swap));
  return { list, filter: swap(filter) };
}
