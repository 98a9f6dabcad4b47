import { useTranslation } from 'react-i18next';
import type { SalesReport } from './data';
import { closedHref, sumHref } from './drill';
import { useExact } from './exact';
import { FigureBars, Figures, type FigureTile } from './Figures';
import { changeOf } from './period';
import { useReportWords } from './words';

type Props = {
  report: SalesReport | undefined;
  /** The same days a year before, where there are such. */
  before?: SalesReport | undefined;
  stale?: boolean;
};

/** Won, win rate, average, cycle, open and lost. */
export function SalesFigures({ report, before, stale = false }: Props) {
  const { t } = useTranslation();
  const words = useReportWords();
  const exact = useExact();
  if (!report) return <FigureBars count={6} />;
  const { currency, won, lost, open, winRate, averageWon, cycleDays } = report;
  const deals = (count: number) => t('reports.deals', { count, number: words.exactNumber(count) });
  const short = (amount: number) => words.shortMoney({ amount, currency });
  const change = changeOf(won.amount, before?.won.amount);
  const dash = t('common.dash');
  const toWon = sumHref(won);
  const tiles: FigureTile[] = [
    {
      key: 'won',
      label: t('reports.won'),
      value: short(won.amount),
      exact: [
        exact.money(t('reports.won'), won, currency),
        exact.count(t('reports.wonCount'), won),
        ...(before && before.won.count > 0
          ? [
              exact.money(t('reports.wonBefore'), before.won, before.currency),
              exact.count(t('reports.wonCountBefore'), before.won),
            ]
          : []),
      ],
      note: (
        <>
          {deals(won.count)}
          {change !== null && <span>{t('reports.onLastYear', { change: words.change(change) })}</span>}
        </>
      ),
      href: toWon,
    },
    {
      key: 'winRate',
      label: t('reports.winRate'),
      value: words.rate(winRate),
      exact: exact.rate(t('reports.winRate'), winRate, report),
      note: words.interval(winRate),
      few: words.isFew(winRate),
      href: closedHref(report),
    },
    {
      key: 'average',
      label: t('reports.average'),
      value: averageWon === null ? dash : short(averageWon),
      exact: [
        {
          label: t('reports.average'),
          value: averageWon === null ? dash : words.exactMoney({ amount: averageWon, currency }),
          href: toWon,
        },
      ],
      note: t('reports.perWon'),
      href: toWon,
    },
    {
      key: 'cycle',
      label: t('reports.cycle'),
      value: cycleDays === null ? dash : words.days(cycleDays),
      exact: [
        {
          label: t('reports.cycle'),
          value: cycleDays === null ? dash : words.exactDays(cycleDays),
          href: toWon,
        },
      ],
      note: t('reports.cycleNote'),
      href: toWon,
    },
    {
      key: 'open',
      label: t('reports.open'),
      value: short(open.amount),
      exact: [exact.money(t('reports.open'), open, currency), exact.count(t('reports.openCount'), open)],
      note: deals(open.count),
      href: sumHref(open),
    },
    {
      key: 'lost',
      label: t('reports.lost'),
      value: short(lost.amount),
      exact: [exact.money(t('reports.lost'), lost, currency), exact.count(t('reports.lostCount'), lost)],
      note: deals(lost.count),
      href: sumHref(lost),
    },
  ];
  return <Figures tiles={tiles} label={t('reports.figures')} stale={stale} />;
}
