import { useTranslation } from 'react-i18next';
import type { Column, Condition, Filter, Operator } from '@/shared/api/types';
import { exactInstant, wallClock } from '@/shared/i18n';
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

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Moments are filtered by whole days: the first and the last minute of one stand for it. */
function dayOrMoment(text: string) {
  const { date, time } = wallClock(text);
  return time === '00:00' || time === '23:59' ? date : exactInstant(text);
}

export function useWords() {
  const { t } = useTranslation();

  const operator = (column: Column | undefined, name: Operator) =>
    isDay(column) && (name === 'AT_LEAST' || name === 'AT_MOST')
      ? t(`lists.dateOperator.${name}`)
      : t(`lists.operator.${name}`);

  const period = (value: string) => (isPeriod(value) ? t(`lists.within.${value}`) : value);

  const value = (column: Column | undefined, { operator: name }: Condition, text: string) => {
    if (name === 'WITHIN') return period(text);
    if (column?.kind === 'INSTANT' && Number.isFinite(Date.parse(text))) return dayOrMoment(text);
    if (column?.kind === 'FLAG') return text === 'true' ? t('common.yes') : t('common.no');
    return column?.options?.find(one => one.value === text)?.label ?? nameOf(text) ?? text;
  };

  /** An id says nothing to a person: what has no name yet is counted. */
  const values = (column: Column | undefined, one: Condition) => {
    const all = one.values ?? [];
    const nameless = all.filter(text => isId(text) && value(column, one, text) === text);
    const named = all.filter(text => !nameless.includes(text)).map(text => value(column, one, text));
    if (nameless.length) named.push(t('lists.filter.chosen', { number: nameless.length }));
    return named.join(one.operator === 'BETWEEN' ? ' ~ ' : t('common.separator'));
  };

  const condition = (one: Condition, columns: Column[]) => {
    const column = columns.find(({ key }) => key === one.column);
    const start = `${column?.label ?? one.column} ${operator(column, one.operator)}`;
    return needsValues(one.operator) ? `${start} ${values(column, one)}` : start;
  };

  const filter = (one: Filter, columns: Column[]): string =>
    isCondition(one)
      ? condition(one, columns)
      : partsOf(one)
          .map(part => (isCondition(part) ? filter(part, columns) : `(${filter(part, columns)})`))
          .join(` ${joinOf(one) === 'any' ? t('lists.filter.or') : t('lists.filter.and')} `);

  return { operator, period, filter };
}
