import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { today } from '@/shared/i18n';
import {
  changeOf,
  daysOf,
  closedHref,
  FigureBars,
  Figures,
  sumHref,
  useExact,
  useReportWords,
  useSalesReport,
  yearBefore,
  type FigureTile,
  type SalesReport,
} from '@/shared/reports';
import { ProblemAlert } from '@/shared/ui';

const parts = 'FIGURES';

/** How far I am: this month, this year, and what is still open. */
export function MyFigures() {
  const { t } = useTranslation();
  const words = useReportWords();
  const exact = useExact();
  const fiscalYearStart = useSession().data?.company?.fiscalYearStartMonth ?? 1;
  const now = today();
  const month = daysOf('month', now, fiscalYearStart);
  const year = daysOf('year', now, fiscalYearStart);
  const asked = [
    useSalesReport({ ...month, parts }),
    useSalesReport({ ...year, parts }),
    useSalesReport({ ...(yearBefore(month, now) ?? month), parts }),
    useSalesReport({ ...(yearBefore(year, now) ?? year), parts }),
  ] as const;
  const failed = asked.find(one => one.error && !one.data);
  if (failed) {
    return (
      <ProblemAlert
        error={failed.error}
        onRetry={() => asked.forEach(one => void (one.error && one.refetch()))}
      />
    );
  }
  const [thisMonth, thisYear, lastMonth, lastYear] = asked.map(({ data }) => data);
  if (!thisMonth || !thisYear) return <FigureBars count={4} />;
  const deals = (count: number) => t('reports.deals', { count, number: words.exactNumber(count) });
  const won = (
    key: string,
    label: string,
    { won, currency }: SalesReport,
    before?: SalesReport,
  ): FigureTile => {
    const change = changeOf(won.amount, before?.won.amount);
    return {
      key,
      label,
      value: words.shortMoney({ amount: won.amount, currency }),
      exact: [
        exact.money(label, won, currency),
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
      href: sumHref(won),
    };
  };
  const { open, winRate, currency } = thisYear;
  return (
    <Figures
      label={t('reports.figures')}
      tiles={[
        won('month', t('home.wonThisMonth'), thisMonth, lastMonth),
        won('year', t('home.wonThisYear'), thisYear, lastYear),
        {
          key: 'open',
          label: t('home.myOpen'),
          value: words.shortMoney({ amount: open.amount, currency }),
          exact: [exact.money(t('home.myOpen'), open, currency), exact.count(t('reports.openCount'), open)],
          note: deals(open.count),
          href: sumHref(open),
        },
        {
          key: 'winRate',
          label: t('home.winRateThisYear'),
          value: words.rate(winRate),
          exact: exact.rate(t('home.winRateThisYear'), winRate, thisYear),
          note: words.interval(winRate),
          few: words.isFew(winRate),
          href: closedHref(thisYear),
        },
      ]}
    />
  );
}
