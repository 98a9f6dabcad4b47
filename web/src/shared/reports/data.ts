import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, type Currency, type Filter } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import type { Days } from './period';

/** The list behind a number. */
export type Drill = { list: string; filter: Filter };
export type Figure = { count: number; amount: number; drill: Drill };
/** In percent, with its 95 % confidence interval; n closed opportunities. */
export type WinRate = { rate: number | null; low: number | null; high: number | null; n: number };
export type Step = {
  stage: string;
  name: string;
  probability: number;
  now: number;
  amount: number;
  weighted: number;
  reached: number;
  conversion: number | null;
  drill: Drill;
};
export type Month = { month: string; amount: number; count: number; lastYear: number; drill: Drill };
export type Part = {
  id: string | null;
  name: string | null;
  amount: number;
  count: number;
  winRate: WinRate | null;
  drill: Drill;
};
export type SalesReport = {
  currency: Currency;
  won: Figure;
  lost: Figure;
  open: Figure;
  winRate: WinRate;
  averageWon: number | null;
  cycleDays: number | null;
  funnel: Step[];
  months: Month[];
  units: Part[];
  people: Part[];
  products: Part[];
  otherCurrencies: number;
};
export type UnitChoice = { id: string; parent: string | null; name: string };

/** Nothing closed says little below this many. */
export const fewCases = 30;

export type Asked = Days & { unit?: string | null };

export function useSalesReport({ from, to, unit = null }: Asked, enabled = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['reports', 'sales', language, from, to, unit],
    queryFn: ({ signal }) =>
      http.get<SalesReport>('/api/reports/sales', { query: { from, to, unit }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useReportUnits(enabled = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['reports', 'units', language],
    queryFn: ({ signal }) => http.get<UnitChoice[]>('/api/reports/units', { signal }),
    staleTime: 5 * 60_000,
    enabled,
  });
}
