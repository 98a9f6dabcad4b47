import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '@/shared/api';
import { daysLater, today } from '@/shared/i18n';
import { daysOf, isDate, spans, type Days, type Span } from './period';

/** What a report is asked about, kept in the address. */
export type ReportQuery = { span: Span; days: Days; unit: string | null; pipeline: string | null };

const standard: Span = 'year';
const isSpan = (text: string | null): text is Span => (spans as readonly (string | null)[]).includes(text);

export function readReportQuery(params: URLSearchParams, now: string, fiscalYearStart: number): ReportQuery {
  const given = params.get('period');
  const span = isSpan(given) ? given : standard;
  const unit = params.get('unit');
  const pipeline = params.get('pipeline');
  if (span !== 'custom') return { span, days: daysOf(span, now, fiscalYearStart), unit, pipeline };
  const from = params.get('from');
  // People name the last day; the server is asked up to the day after it.
  const last = params.get('to');
  const days = {
    from: isDate(from) ? from : null,
    to: isDate(last) ? daysLater(last, 1) : null,
  };
  return { span, days, unit, pipeline };
}

type Patch = {
  span?: Span;
  from?: string | null;
  /** The last day, itself included. */
  last?: string | null;
  unit?: string | null;
  pipeline?: string | null;
};

export function useReportQuery() {
  const [params, setParams] = useSearchParams();
  const fiscalYearStart = useSession().data?.company?.fiscalYearStartMonth ?? 1;
  const now = today();
  const query = useMemo(() => readReportQuery(params, now, fiscalYearStart), [params, now, fiscalYearStart]);
  const change = (patch: Patch) =>
    setParams(current => {
      const next = new URLSearchParams(current);
      const put = (key: string, value: string | null) => (value ? next.set(key, value) : next.delete(key));
      if (patch.span) put('period', patch.span === standard ? null : patch.span);
      if (patch.span && patch.span !== 'custom') ['from', 'to'].forEach(key => next.delete(key));
      if (patch.from !== undefined) put('from', patch.from);
      if (patch.last !== undefined) put('to', patch.last);
      if (patch.unit !== undefined) put('unit', patch.unit);
      if (patch.pipeline !== undefined) put('pipeline', patch.pipeline);
      return next;
    });
  return { query, change, search: params.size ? `?${params}` : '' };
}
