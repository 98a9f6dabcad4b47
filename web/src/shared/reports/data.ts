import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, type Document, type Filter } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import type { Days } from './period';

/** The list behind a number; the description has its filter as free JSON. */
export type Drill = Omit<Document<'Drill'>, 'filter'> & { filter: Filter };
/** `drill` lists what was counted; others, where the answer has them, what was summed, reached, closed or won before. */
type Drilled<Name extends 'Figure' | 'FunnelStep' | 'Month' | 'Part', More extends string> = Omit<
  Document<Name>,
  'drill' | More
> & { drill: Drill } & { [Key in More]?: Drill | null };
export type Figure = Drilled<'Figure', 'amountDrill'>;
/** In percent, with its 95 % confidence interval; n closed opportunities. */
export type WinRate = Document<'WinRate'>;
export type Step = Drilled<'FunnelStep', 'amountDrill' | 'reachedDrill'>;
export type Month = Drilled<'Month', 'amountDrill' | 'lastYearDrill'>;
export type Part = Drilled<'Part', 'amountDrill' | 'closedDrill'> & { nameEn?: string | null };
type Split = { funnel: Step[]; months: Month[]; units: Part[]; people: Part[]; products: Part[] };
/** `earlier` is what was won before the first of the months, where there are too many to show. */
type More = { earlier?: Figure | null; closedDrill?: Drill | null; otherCurrenciesDrill?: Drill | null };
export type SalesReport = Omit<Document<'Report'>, 'won' | 'lost' | 'open' | keyof Split | keyof More> &
  Record<'won' | 'lost' | 'open', Figure> &
  Split &
  More;
export type UnitChoice = Document<'UnitChoice'> & { nameEn?: string | null };
export type PipelineChoice = Pick<Document<'ShownPipeline'>, 'id' | 'label' | 'retired' | 'stages'>;

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
