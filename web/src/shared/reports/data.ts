import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, type Currency, type Filter } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import type { Days } from './period';

/** The list behind a number. */
export type Drill = { list: string; filter: Filter };
/** `drill` lists what was counted, `amountDrill` what was summed where that is not the same. */
export type Figure = { count: number; amount: number; drill: Drill; amountDrill?: Drill | null };
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
  amountDrill?: Drill | null;
  reachedDrill?: Drill | null;
};
export type Month = {
  month: string;
  amount: number;
  count: number;
  lastYear: number;
  drill: Drill;
  amountDrill?: Drill | null;
  lastYearDrill?: Drill | null;
};
export type Part = {
  id: string | null;
  name: string | null;
  nameEn?: string | null;
  amount: number;
  count: number;
  winRate: WinRate | null;
  drill: Drill;
  amountDrill?: Drill | null;
  closedDrill?: Drill | null;
};
export type SalesReport = {
  currency: Currency;
  won: Figure;
  lost: Figure;
  open: Figure;
  winRate: WinRate;
  /** Those won and lost. */
  closedDrill?: Drill | null;
  averageWon: number | null;
  cycleDays: number | null;
  funnel: Step[];
  months: Month[];
  /** What was won before the first of the months, where there are too many to show. */
  earlier?: Figure | null;
  units: Part[];
  people: Part[];
  products: Part[];
  otherCurrencies: number;
  otherCurrenciesDrill?: Drill | null;
};
export type UnitChoice = { id: string; parent: string | null; name: string; nameEn?: string | null };
export type PipelineChoice = { id: string; label: string; retired: boolean; stages: { id: string }[] };

/** Nothing closed says little below this many. */
export const fewCases = 30;

export type Asked = Days & {
  unit?: string | null;
  pipeline?: string | null;
  /** Only the figures; the rest costs more to find out. */
  parts?: 'FIGURES' | null;
};

export function useSalesReport(asked: Asked, enabled = true) {
  const language = useLanguage();
  const { from, to, unit = null, pipeline = null, parts = null } = asked;
  return useQuery({
    queryKey: ['reports', 'sales', language, from, to, unit, pipeline, parts],
    queryFn: ({ signal }) =>
      http.get<SalesReport>('/api/reports/sales', { query: { from, to, unit, pipeline, parts }, signal }),
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

/** The pipelines one may ask about. */
export function usePipelineChoices() {
  const language = useLanguage();
  return useQuery({
    // As the pages of opportunities ask for them, so that both share one answer.
    queryKey: ['pipelines', language],
    queryFn: ({ signal }) => http.get<PipelineChoice[]>('/api/pipelines', { signal }),
    staleTime: 5 * 60_000,
  });
}
