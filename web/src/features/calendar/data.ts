import type { Document } from '@/shared/api';

export type Year = Document<'CalendarYear'>;
export type Told = Document<'CalendarDay'>;
export type Period = Document<'Period'>;

export const yearKey = (year: number) => ['calendar', year] as const;
export const periodsKey = ['periods'] as const;

const pad = (number: number) => String(number).padStart(2, '0');

/** A day as it is written everywhere, 2026-02-14. */
export const dayOf = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`;

/** How many days a month has, and on which day of the week it begins, Monday 0. */
export function shapeOf(year: number, month: number) {
  const first = new Date(Date.UTC(year, month - 1, 1));
  return {
    length: new Date(Date.UTC(year, month, 0)).getUTCDate(),
    begins: (first.getUTCDay() + 6) % 7,
  };
}

/** So many days before or after a day. */
export const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const byWeek = (day: string) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};
