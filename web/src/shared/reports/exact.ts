import { useTranslation } from 'react-i18next';
import type { Figure, SalesReport, WinRate } from './data';
import { closedHref, drillHref, sumHref } from './drill';
import type { ExactFigure } from './Figures';
import { useReportWords } from './words';

/** The figures of a report with every digit, each with the records behind it. */
export function useExact() {
  const { t } = useTranslation();
  const words = useReportWords();
  return {
    money: (label: string, figure: Figure, currency: string): ExactFigure => ({
      label,
      value: words.exactMoney({ amount: figure.amount, currency }),
      href: sumHref(figure),
    }),
    count: (label: string, { count, drill }: Figure): ExactFigure => ({
      label,
      value: words.exactNumber(count),
      href: drillHref(drill),
    }),
    /** The rate, how sure it is, and of how many. */
    rate: (label: string, rate: WinRate, report: SalesReport): ExactFigure[] => {
      const href = closedHref(report);
      return [
        { label, value: words.exactRate(rate), href },
        { label: t('reports.intervalHead'), value: words.exactBounds(rate), href },
        { label: t('reports.closed'), value: words.exactNumber(rate.n), href },
      ];
    },
  };
}
