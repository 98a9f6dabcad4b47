import { useTranslation } from 'react-i18next';
import type { SalesReport } from './data';
import { drillHref, withOutcome } from './drill';
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
  if (!report) return <FigureBars count={6} />;
  const { currency, won, lost, open, winRate, averageWon, cycleDays } = report;
  const money = (amount: number) => ({
    value: words.shortMoney({ amount, currency }),
    exact: words.exactMoney({ amount, currency }),
  });
  const deals = (count: number) => t('reports.deals', { count, number: words.exactNumber(count) });
  const change = changeOf(won.amount, before?.won.amount);
  const nothing = { value: t('common.dash') };
  const tiles: FigureTile[] = [
    {
      key: 'won',
      label: t('reports.won'),
      ...money(won.amount),
      note: (
        <>
          {deals(won.count)}
          {change !== null && (
            <span title={before && words.exactMoney({ amount: before.won.amount, currency })}>
              {t('reports.onLastYear', { change: words.change(change) })}
            </span>
          )}
        </>
      ),
      href: drillHref(won.drill),
    },
    {
      key: 'winRate',
      label: t('reports.winRate'),
      value: words.rate(winRate),
      exact: winRate.rate === null ? undefined : `${words.exactNumber(winRate.rate, 2)}%`,
      note: words.interval(winRate),
      few: words.isFew(winRate),
      href: drillHref(withOutcome(won.drill, ['WON', 'LOST'])),
    },
    {
      key: 'average',
      label: t('reports.average'),
      ...(averageWon === null ? nothing : money(averageWon)),
      note: t('reports.perWon'),
      href: drillHref(won.drill),
    },
    {
      key: 'cycle',
      label: t('reports.cycle'),
      ...(cycleDays === null
        ? nothing
        : { value: words.days(cycleDays), exact: words.exactNumber(cycleDays, 2) }),
      note: t('reports.cycleNote'),
      href: drillHref(won.drill),
    },
    {
      key: 'open',
      label: t('reports.open'),
      ...money(open.amount),
      note: deals(open.count),
      href: drillHref(open.drill),
    },
    {
      key: 'lost',
      label: t('reports.lost'),
      ...money(lost.amount),
      note: deals(lost.count),
      href: drillHref(lost.drill),
    },
  ];
  return <Figures tiles={tiles} label={t('reports.figures')} stale={stale} />;
}
