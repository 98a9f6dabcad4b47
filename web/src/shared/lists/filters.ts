import type { Condition, Filter, Operator } from '@/shared/api/types';

const operators: ReadonlySet<string> = new Set<Operator>([
  'IS',
  'IS_NOT',
  'CONTAINS',
  'NOT_CONTAINS',
  'STARTS_WITH',
  'AT_LEAST',
  'AT_MOST',
  'BETWEEN',
  'EMPTY',
  'NOT_EMPTY',
  'WITHIN',
  'ME',
  'MY_REPORTS',
  'MY_DEPARTMENT',
  'IN_UNIT',
]);
const complete: ReadonlySet<Operator> = new Set(['EMPTY', 'NOT_EMPTY', 'ME', 'MY_REPORTS', 'MY_DEPARTMENT']);

/** Operators that say everything by themselves. */
export const needsValues = (operator: Operator) => !complete.has(operator);

export const isCondition = (filter: Filter): filter is Condition => 'column' in filter;
export const joinOf = (filter: Filter): 'all' | 'any' => ('any' in filter ? 'any' : 'all');
export function partsOf(filter: Filter): Filter[] {
  if (isCondition(filter)) return [filter];
  return 'any' in filter ? filter.any : filter.all;
}
export const joined = (join: 'all' | 'any', parts: Filter[]): Filter =>
  join === 'all' ? { all: parts } : { any: parts };

function isFilter(value: unknown, depth = 0): value is Filter {
  if (typeof value !== 'object' || value === null || depth > 8) return false;
  const { all, any, column, operator, values } = value as Record<string, unknown>;
  if (Array.isArray(all)) return all.every(part => isFilter(part, depth + 1));
  if (Array.isArray(any)) return any.every(part => isFilter(part, depth + 1));
  return (
    typeof column === 'string' &&
    typeof operator === 'string' &&
    operators.has(operator) &&
    (values === undefined || (Array.isArray(values) && values.every(text => typeof text === 'string')))
  );
}

/** A filter in an address is the very JSON the server reads, so any page may link to a filtered list. */
export const encodeFilter = (filter: Filter) => JSON.stringify(filter);

/** `null` when there is none, `undefined` when the text is not a filter. */
export function decodeFilter(text: string | null): Filter | null | undefined {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isFilter(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** All of them together; nothing when none says anything. */
export function combine(...filters: (Filter | null | undefined)[]): Filter | null {
  const parts = filters.filter(filter => filter != null).filter(filter => partsOf(filter).length > 0);
  if (parts.length <= 1) return parts[0] ?? null;
  return { all: parts };
}

/** The filter without one of its outer parts. */
export function without(filter: Filter, index: number): Filter | null {
  const parts = partsOf(filter).filter((_, position) => position !== index);
  return parts.length ? joined(joinOf(filter), parts) : null;
}

/** The condition that picks one group of a board. */
export const inGroup = (column: string, value: string | null): Condition =>
  value === null ? { column, operator: 'EMPTY' } : { column, operator: 'IS', values: [value] };

/** What the builder edits: conditions, and groups of conditions one level deep. */
export type Draft = {
  join: 'all' | 'any';
  items: (Condition | { join: 'all' | 'any'; items: Condition[] })[];
};

/** `null` when the filter is nested deeper than the builder shows. */
export function toDraft(filter: Filter | null): Draft | null {
  if (!filter) return { join: 'all', items: [] };
  const items: Draft['items'] = [];
  for (const part of partsOf(filter)) {
    if (isCondition(part)) items.push(part);
    else {
      const inner = partsOf(part);
      if (!inner.every(isCondition)) return null;
      items.push({ join: joinOf(part), items: inner });
    }
  }
  return { join: joinOf(filter), items };
}

export function fromDraft(draft: Draft): Filter | null {
  const parts = draft.items
    .map(item => ('items' in item ? (item.items.length ? joined(item.join, item.items) : null) : item))
    .filter(part => part !== null);
  return parts.length ? joined(draft.join, parts) : null;
}

export const isComplete = ({ operator, values }: Condition) => {
  if (!needsValues(operator)) return true;
  const given = (values ?? []).filter(value => value !== '');
  return operator === 'BETWEEN' ? given.length === 2 : given.length > 0;
};
