import { useQueries } from '@tanstack/react-query';
import { http, useCan, type Column, type Condition, type Filter, type Ref, type Row } from '@/shared/api';
import { isCondition, partsOf } from './filters';
import { nameOf, rememberName } from './names';
import { readPermission } from './paths';
import { useUnits } from './units';

const byId: ReadonlySet<string> = new Set(['IS', 'IS_NOT', 'IN_UNIT']);

/** Whether the values of a condition are ids. */
export const isById = (column: Column | undefined, { operator }: Condition) =>
  column !== undefined && ['PERSON', 'UNIT', 'RECORD'].includes(column.kind) && byId.has(operator);

/** The list whose records a condition names; none for departments. */
export const listOf = (column: Column, { operator }: Condition) =>
  operator === 'IN_UNIT' || column.kind === 'UNIT'
    ? null
    : (column.list ?? (column.kind === 'PERSON' ? 'people' : null));

const conditionsOf = (filter: Filter): Condition[] =>
  isCondition(filter) ? [filter] : partsOf(filter).flatMap(conditionsOf);

/** Names of what is in the rows: they are where a filter has led. */
export function rememberRows(rows: Row[]) {
  for (const { cells } of rows) {
    for (const cell of Object.values(cells)) {
      if (cell && typeof cell === 'object' && 'id' in cell && cell.name) rememberName(cell);
    }
  }
}

/** Lists whose records can be asked for one by one. */
const singles: ReadonlySet<string> = new Set([
  'people',
  'products',
  'customers',
  'contacts',
  'opportunities',
]);
const few = 8;

const askName = (list: string, id: string) => ({
  queryKey: ['named', list, id],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const { name } = await http.get<Ref>(`/api/${list}/${id}`, { signal });
    if (name) rememberName({ id, name });
    return name ?? null;
  },
  staleTime: Infinity,
});

/** Asks for the names of records nobody has met yet; `null` where the person may not know, nothing while asking. */
export function useNames(list: string, ids: string[]): (id: string) => string | null | undefined {
  const can = useCan();
  const mayAsk = singles.has(list) && can(readPermission(list));
  const unmet = ids.filter(id => !nameOf(id));
  const answers = useQueries({ queries: mayAsk ? unmet.map(id => askName(list, id)) : [] });
  return id => {
    const answer = answers[unmet.indexOf(id)];
    return nameOf(id) ?? (!mayAsk || answer?.isError ? null : answer?.data);
  };
}

/** Asks, once each, for the names of what a filter mentions and nobody has met yet. */
export function useNamesIn(filter: Filter | null, columns: Column[]) {
  const can = useCan();
  const mentions = (filter ? conditionsOf(filter) : []).flatMap(one => {
    const column = columns.find(({ key }) => key === one.column);
    return column && isById(column, one)
      ? (one.values ?? []).map(id => ({ id, list: listOf(column, one) }))
      : [];
  });
  useUnits(mentions.some(({ id, list }) => list === null && !nameOf(id)));
  useQueries({
    queries: mentions
      .filter(({ list }) => list !== null && singles.has(list) && can(readPermission(list)))
      .slice(0, few)
      .map(({ id, list }) => ({ ...askName(list!, id), enabled: !nameOf(id) })),
  });
}
