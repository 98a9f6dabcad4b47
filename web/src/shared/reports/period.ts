import { daysLater } from '@/shared/i18n';

export const spans = ['month', 'quarter', 'year', 'lastYear', 'all', 'custom'] as const;
export type Span = (typeof spans)[number];

/** Days from `from` up to but without `to`; an absent end is open. */
export type Days = { from: string | null; to: string | null };

const whole = /^\d{4}-\d\d-\d\d$/;
export const isDate = (text: string | null): text is string => text !== null && whole.test(text);

const firstOf = (year: number, month: number) => {
  const months = year * 12 + month - 1;
  const text = String((months % 12) + 1).padStart(2, '0');
  return `${Math.floor(months / 12)}-${text}-01`;
};

/** A span of the fiscal calendar around today. */
export function daysOf(span: Exclude<Span, 'custom'>, today: string, fiscalYearStart: number): Days {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const into = (month - fiscalYearStart + 12) % 12;
  switch (span) {
    case 'month':
      return { from: firstOf(year, month), to: firstOf(year, month + 1) };
    case 'quarter': {
      const first = month - (into % 3);
      return { from: firstOf(year, first), to: firstOf(year, first + 3) };
    }
    case 'year':
      return { from: firstOf(year, month - into), to: firstOf(year, month - into + 12) };
    case 'lastYear':
      return { from: firstOf(year, month - into - 12), to: firstOf(year, month - into) };
    case 'all':
      return { from: null, to: null };
  }
}

const yearEarlier = (date: string) =>
  `${Number(date.slice(0, 4)) - 1}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`;

/** The same days a year earlier, only as far as they have gone by; nothing for spans without a beginning. */
export function yearBefore({ from, to }: Days, today: string): Days | null {
  if (from === null || from > today) return null;
  const tomorrow = daysLater(today, 1);
  const end = to === null || to > tomorrow ? tomorrow : to;
  return { from: yearEarlier(from), to: yearEarlier(end) };
}

/** How much more than before, in percent; nothing to compare with when there was nothing. */
export const changeOf = (now: number, before: number | undefined) =>
  before ? (100 * (now - before)) / before : null;
