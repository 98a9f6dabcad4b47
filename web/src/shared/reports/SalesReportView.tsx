import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import { Funnel, Months, Shares } from './Blocks';
import { useSalesReport, type SalesReport } from './data';
import { drillHref } from './drill';
import { yearBefore } from './period';
import type { useReportQuery } from './query';
import { SalesFigures } from './SalesFigures';
import { useReportWords } from './words';
import styles from './reports.module.css';

/** Side by side in threes, and, with all their rows, in pairs of like length. */
const brief = ['people', 'units', 'products'] as const;
const full = ['units', 'people', 'products'] as const;

type Props = Pick<ReturnType<typeof useReportQuery>, 'query' | 'change'> & {
  /** Only the first so many of each ranking. */
  most?: number;
};

/** Sales of a period: the figures, the months, the funnel and who, where and what made them. */
export function SalesReportView({ query, change, most }: Props) {
  const { t } = useTranslation();
  const words = useReportWords();
  const { days, unit, pipeline, span } = query;
  const report = useSalesReport({ ...days, unit, pipeline });
  const earlier = yearBefore(days, today());
  const before = useSalesReport({ ...(earlier ?? days), unit, pipeline, parts: 'FIGURES' }, earlier !== null);
  const { data } = report;
  const problem = <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />;
  if (report.error && !data) return problem;
  // One department alone says no more than the figures above.
  const shares = ({ units }: SalesReport) =>
    (most ? brief : full).filter(of => of !== 'units' || units.length > 1);
  const nothing = data && data.won.count + data.lost.count === 0;
  return (
    <div className={styles.report} aria-busy={report.isFetching}>
      {problem}
      <SalesFigures
        report={data}
        before={earlier && !before.isPlaceholderData ? before.data : undefined}
        stale={report.isPlaceholderData}
      />
      {data?.asOf && <p className={styles.note}>{t('reports.asOf', { moment: words.instant(data.asOf) })}</p>}
      {data && data.otherCurrencies > 0 && (
        <p className={styles.note}>
          {t('reports.otherCurrencies', {
            count: data.otherCurrencies,
            number: words.exactNumber(data.otherCurrencies),
            currency: data.currency,
          })}{' '}
          {data.otherCurrenciesDrill && (
            <Link to={drillHref(data.otherCurrenciesDrill)}>{t('reports.showThem')}</Link>
          )}
        </p>
      )}
      {nothing && span !== 'all' && (
        <p className={styles.note}>
          {t('reports.nothingClosed')}{' '}
          <Button type="link" size="small" onClick={() => change({ span: 'all' })}>
            {t('reports.showAll')}
          </Button>
        </p>
      )}
      {!data ? (
        <div className={styles.blocks}>
          <div className={styles.wide}>
            <Bars rows={7} />
          </div>
          <Bars rows={7} />
        </div>
      ) : (
        <div
          className={styles.blocks}
          data-full={!most}
          data-shares={shares(data).length}
          data-stale={report.isPlaceholderData}
        >
          <div className={styles.wide}>
            <Months report={data} />
          </div>
          <Funnel report={data} />
          {shares(data).map(of => (
            <Shares key={of} report={data} of={of} {...(most && { most })} />
          ))}
        </div>
      )}
    </div>
  );
}
