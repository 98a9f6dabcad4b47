import { useMemo, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Chart, useChartStyles, type ChartOption } from '@/shared/charts';
import { usePhone } from '@/shared/ui';
import { usePipelineChoices, type Drill, type Part, type SalesReport, type Step } from './data';
import { drillHref, sumHref } from './drill';
import { useReportWords } from './words';

type Props = { report: SalesReport };

const opens = (href: string, inside: ReactNode) => <Link to={href}>{inside}</Link>;
/** A number that opens its records, where the answer says which they are. */
const maybe = (drill: Drill | null | undefined, inside: ReactNode) =>
  drill ? opens(drillHref(drill), inside) : inside;

/** What was won each month, beside the same month a year before. */
export function Months({ report }: Props) {
  const { t } = useTranslation();
  const words = useReportWords();
  const navigate = useNavigate();
  const { currency, months, earlier } = report;
  const now = t('reports.thisYear');
  const then = t('reports.yearBefore');
  const { actual, previousYear } = useChartStyles();
  const option = useMemo<ChartOption>(
    () => ({
      grid: { left: 8, right: 8, top: 32, bottom: 8, containLabel: true },
      legend: { top: 0, right: 0, data: [now, then] },
      tooltip: {
        trigger: 'axis',
        confine: true,
        valueFormatter: value => words.exactMoney({ amount: Number(value), currency }),
      },
      xAxis: { type: 'category', data: months.map(({ month }) => month) },
      yAxis: {
        type: 'value',
        axisLabel: { formatter: (value: number) => words.shortNumber(value) },
        splitNumber: 4,
      },
      series: [
        {
          type: 'bar',
          name: then,
          data: months.map(({ lastYear }) => lastYear),
          barGap: '10%',
          ...previousYear,
        },
        { type: 'bar', name: now, data: months.map(({ amount }) => amount), ...actual },
      ],
    }),
    // `words` is made of the language, which `now` and `then` carry.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [months, currency, now, then, actual, previousYear],
  );
  const exact = (amount: number) => words.exactMoney({ amount, currency }, false);
  return (
    <Chart
      title={t('reports.months')}
      unit={currency}
      option={option}
      onPick={({ index }) => months[index] && void navigate(sumHref(months[index]))}
      note={
        earlier && (
          <>
            {t('reports.earlier', { month: months[0]?.month ?? '' })}{' '}
            {opens(
              drillHref(earlier.drill),
              t('reports.earlierWon', {
                count: earlier.count,
                number: words.exactNumber(earlier.count),
                amount: words.exactMoney({ amount: earlier.amount, currency }),
              }),
            )}
          </>
        )
      }
      table={{
        columns: [
          { key: 'month', label: t('reports.month') },
          { key: 'amount', label: now, number: true },
          { key: 'lastYear', label: then, number: true },
          { key: 'count', label: t('reports.count'), number: true },
        ],
        rows: months.map(one => ({
          month: one.month,
          amount: opens(sumHref(one), exact(one.amount)),
          lastYear: maybe(one.lastYearDrill, exact(one.lastYear)),
          count: opens(drillHref(one.drill), words.exactNumber(one.count)),
        })),
      }}
    />
  );
}

/** The stages of the open pipeline: what stands there now, and which share of those that came goes on. */
export function Funnel({ report }: Props) {
  const { t } = useTranslation();
  const words = useReportWords();
  const navigate = useNavigate();
  const { currency, funnel } = report;
  const pipeline = usePipelineChoices().data?.find(({ stages }) =>
    stages.some(({ id }) => id === funnel[0]?.stage),
  );
  const short = (amount: number) => words.shortMoney({ amount, currency });
  const exact = (amount: number) => words.exactMoney({ amount, currency }, false);
  const goesOn = ({ conversion, reached }: Step) =>
    conversion === null
      ? ''
      : t(reached < 30 ? 'reports.goesOnFew' : 'reports.goesOn', {
          share: words.percent(conversion),
          n: words.exactNumber(reached),
        });
  const { actual, colours } = useChartStyles();
  const option = useMemo<ChartOption>(
    () => ({
      grid: { left: 8, right: 104, top: 8, bottom: 0, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'none' } },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        axisLine: { show: false },
        data: funnel.map(({ name }) => name),
        axisLabel: {
          color: colours.ink,
          formatter: (name: string, index: number) => {
            const more = funnel[index] ? goesOn(funnel[index]) : '';
            return more ? `${name}\n{share|${more}}` : name;
          },
          rich: { share: { color: colours.secondary, fontSize: 11, lineHeight: 16 } },
        },
      },
      series: [
        {
          type: 'bar',
          name: t('reports.now'),
          barMaxWidth: 20,
          data: funnel.map(({ now }) => now),
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            formatter: ({ dataIndex }) => {
              const step = funnel[dataIndex];
              return step ? `${words.exactNumber(step.now)} · ${short(step.amount)}` : '';
            },
          },
          ...actual,
        },
      ],
    }),
    // The words change with the language, and so does the report.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [funnel, currency, actual, colours],
  );
  return (
    <Chart
      title={pipeline ? t('reports.funnelOf', { pipeline: pipeline.label }) : t('reports.funnel')}
      unit={t('reports.inDeals')}
      option={option}
      height={Math.max(120, funnel.length * 48 + 16)}
      onPick={({ index }) => funnel[index] && void navigate(drillHref(funnel[index].drill))}
      note={t('reports.funnelNote')}
      table={{
        columns: [
          { key: 'name', label: t('reports.stage') },
          { key: 'probability', label: t('reports.probability'), number: true },
          { key: 'now', label: t('reports.now'), number: true },
          { key: 'amount', label: t('reports.amount'), number: true },
          { key: 'weighted', label: t('reports.weighted'), number: true },
          { key: 'reached', label: t('reports.reached'), number: true },
          { key: 'conversion', label: t('reports.conversion'), number: true },
        ],
        rows: funnel.map(step => ({
          name: step.name,
          probability: words.percent(step.probability),
          now: opens(drillHref(step.drill), words.exactNumber(step.now)),
          amount: opens(sumHref(step), exact(step.amount)),
          weighted: opens(sumHref(step), exact(step.weighted)),
          reached: maybe(step.reachedDrill, words.exactNumber(step.reached)),
          conversion:
            step.conversion === null
              ? t('common.dash')
              : maybe(step.reachedDrill, words.percent(step.conversion, 2)),
        })),
      }}
    />
  );
}

type SharesProps = Props & {
  of: 'units' | 'people' | 'products';
  /** Only the first so many bars; the table has them all. */
  most?: number;
};

/** What was won by unit, person or product, the most first. */
export function Shares({ report, of, most = Infinity }: SharesProps) {
  const { t } = useTranslation();
  const words = useReportWords();
  const navigate = useNavigate();
  const phone = usePhone();
  const { currency } = report;
  const all = report[of];
  const shown = useMemo(() => all.slice(0, most), [all, most]);
  const nameOf = ({ name, nameEn }: Part) =>
    name === null ? t(`reports.nobody.${of}`) : words.localName({ name, nameEn });
  const exact = (amount: number) => words.exactMoney({ amount, currency }, false);
  const { actual, colours } = useChartStyles();
  const option = useMemo<ChartOption>(
    () => ({
      grid: { left: 8, right: 76, top: 8, bottom: 0, containLabel: true },
      tooltip: {
        trigger: 'axis',
        confine: true,
        axisPointer: { type: 'none' },
        valueFormatter: value => words.exactMoney({ amount: Number(value), currency }),
      },
      xAxis: { type: 'value', show: false, min: (range: { min: number }) => Math.min(0, range.min) },
      yAxis: {
        type: 'category',
        inverse: true,
        axisLine: { show: false },
        data: shown.map(nameOf),
        axisLabel: { color: colours.ink, width: phone ? 96 : 120, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          name: t('reports.won'),
          barMaxWidth: 16,
          data: shown.map(({ amount }) => amount),
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            formatter: ({ dataIndex }) =>
              words.shortMoney({ amount: shown[dataIndex]?.amount ?? 0, currency }),
          },
          ...actual,
        },
      ],
    }),
    // The words change with the language, and so does the report.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [shown, currency, phone, actual, colours],
  );
  const rated = all.some(({ winRate }) => winRate !== null);
  const more = all.length - shown.length;
  return (
    <Chart
      title={t(`reports.by.${of}`)}
      unit={currency}
      option={option}
      height={Math.max(96, shown.length * 30 + 16)}
      onPick={({ index }) => shown[index] && void navigate(sumHref(shown[index]))}
      note={[
        more > 0 ? t('reports.more', { count: more, number: words.exactNumber(more) }) : '',
        of === 'products' ? t('reports.productNote') : '',
      ]
        .filter(Boolean)
        .join(' ')}
      table={{
        columns: [
          { key: 'name', label: t(`reports.name.${of}`) },
          { key: 'amount', label: t('reports.won'), number: true },
          { key: 'count', label: t('reports.count'), number: true },
          ...(rated
            ? [
                { key: 'rate', label: t('reports.winRate'), number: true },
                { key: 'interval', label: t('reports.intervalHead'), number: true },
                { key: 'n', label: t('reports.closed'), number: true },
              ]
            : []),
        ],
        rows: all.map(part => ({
          name: nameOf(part),
          amount: opens(sumHref(part), exact(part.amount)),
          count: opens(drillHref(part.drill), words.exactNumber(part.count)),
          rate: part.winRate && maybe(part.closedDrill, words.exactRate(part.winRate)),
          interval: part.winRate && words.exactBounds(part.winRate),
          n: part.winRate && (
            <>
              {words.isFew(part.winRate) && <small>{t('reports.indicative')} </small>}
              {maybe(part.closedDrill, words.exactNumber(part.winRate.n))}
            </>
          ),
        })),
      }}
    />
  );
}
