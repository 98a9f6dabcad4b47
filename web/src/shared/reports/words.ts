import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { fewCases, type WinRate } from './data';

/** How the numbers of a report are said. */
export function useReportWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const bound = (value: number) => format.percent(value).replace('%', '');
  return {
    ...format,
    /** The interval and n: what makes a rate trustworthy, or not. */
    interval: ({ low, high, n }: WinRate) =>
      low === null || high === null
        ? t('reports.noneClosed')
        : t('reports.interval', { low: bound(low), high: bound(high), n: format.exactNumber(n) }),
    isFew: ({ n }: WinRate) => n > 0 && n < fewCases,
    rate: ({ rate }: WinRate) => (rate === null ? t('common.dash') : format.percent(rate)),
    /** In a table nothing is rounded away that may be asked for. */
    exactRate: ({ rate }: WinRate) => (rate === null ? t('common.dash') : format.percent(rate, 2)),
    exactBounds: ({ low, high }: WinRate) =>
      low === null || high === null
        ? t('common.dash')
        : `${format.fixedNumber(low, 2)}–${format.percent(high, 2)}`,
    exactDays: (days: number) => t('reports.days', { days: format.fixedNumber(days, 2) }),
    days: (days: number) => t('reports.days', { days: format.exactNumber(days, 1) }),
  };
}
