import { useTranslation } from 'react-i18next';
import type { Column, Condition, Filter, Operator, Row } from '@/shared/api/types';
import { exactInstant } from '@/shared/i18n';
import { isCondition, joinOf, needsValues, partsOf } from './filters';
import { nameOf } from './names';

export const isDay = (column: Column | undefined) => column?.kind === 'DATE' || column?.kind === 'INSTANT';

export const periods = [
  'TODAY',
  'YESTERDAY',
  'TOMORROW',
  'THIS_WEEK',
  'LAST_WEEK',
  'NEXT_WEEK',
  'THIS_MONTH',
  'LAST_MONTH',
  'NEXT_MONTH',
  'THIS_QUARTER',
  'LAST_QUARTER',
  'THIS_YEAR',
  'LAST_YEAR',
  'LAST_7_DAYS',
  'LAST_30_DAYS',
  'LAST_90_DAYS',
  'NEXT_7_DAYS',
  'NEXT_30_DAYS',
  'PAST',
  'FUTURE',
] as const;
type Period = (typeof periods)[number];
const isPeriod = (value: string): value is Period => (periods as readonly string[]).includes(value);

export function useWords() {
  const { t } = useTranslation();

  const operator = (column: Column | undefined, name: Operator) =>
    isDay(column) && (name === 'AT_LEAST' || name === 'AT_MOST')
      ? t(`lists.dateOperator.${name}`)
      : t(`lists.operator.${name}`);

  const period = (value: string) => (isPeriod(value) ? t(`lists.within.${value}`) : value);

  /** Names of people and records are found in the rows shown, which is where the filter has led. */
  const inRows = (column: Column, id: string, rows: Row[]) => {
    for (const row of rows) {
      const cell = row.cells[column.key];
      if (cell && typeof cell === 'object' && 'name' in cell && cell.id === id) return cell.name;
    }
    return undefined;
  };

  const value = (column: Column | undefined, { operator: name }: Condition, text: string, rows: Row[]) => {
    if (name === 'WITHIN') return period(text);
    if (!column) return text;
    if (column.kind === 'INSTANT' && Number.isFinite(Date.parse(text))) return exactInstant(text);
    if (column.kind === 'FLAG') return text === 'true' ? t('common.yes') : t('common.no');
    const option = column.options?.find(one => one.value === text);
    return option?.label ?? nameOf(text) ?? inRows(column, text, rows) ?? text;
  };

  const condition = (one: Condition, columns: Column[], rows: Row[]) => {
    const column = columns.find(({ key }) => key === one.column);
    const start = `${column?.label ?? one.column} ${operator(column, one.operator)}`;
    if (!needsValues(one.operator)) return start;
    const between = one.operator === 'BETWEEN' ? ' ~ ' : t('common.separator');
    return `${start} ${(one.values ?? []).map(text => value(column, one, text, rows)).join(between)}`;
  };

  const filter = (one: Filter, columns: Column[], rows: Row[]): string =>
    isCondition(one)
      ? condition(one, columns, rows)
      : partsOf(one)
          .map(part => (isCondition(part) ? filter(part, columns, rows) : `(${filter(part, columns, rows)})`))
          .join(` ${joinOf(one) === 'any' ? t('lists.filter.or') : t('lists.filter.and')} `);

  return { operator, period, filter };
}
