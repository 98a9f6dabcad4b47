import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, type Document, type Filter } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import type { Days } from './period';

/** The list behind a number; the description has its filter as free JSON. */
export type Drill = Omit<Document<'Drill'>, 'filter'> & { filter: Filter };
type Drilled<Name extends 'Figure' | 'FunnelStep' | 'Month' | 'Part'> = Omit<Document<Name>, 'drill'> & {
  drill: Drill;
};
export type Figure = Drilled<'Figure'>;
/** In percent, with its 95 % confidence interval; n closed opportunities. */
export type WinRate = Document<'WinRate'>;
export type Step = Drilled<'FunnelStep'>;
export type Month = Drilled<'Month'>;
export type Part = Drilled<'Part'>;
type Split = { funnel: Step[]; months: Month[]; units: Part[]; people: Part[]; products: Part[] };
export type SalesReport = Omit<Document<'Report'>, 'won' | 'lost' | 'open' | keyof Split> &
  Record<'won' | 'lost' | 'open', Figure> &
  Split;
export type UnitChoice = Document<'UnitChoice'>;

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
