import { useTranslation } from 'react-i18next';
import type { Figure, SalesReport, WinRate } from './data';
import { drillHref, withOutcome } from './drill';
import type { ExactFigure } from './Figures';
import { useReportWords } from './words';

/** The figures of a report with every digit, each with the records behind it. */
export function useExact() {
  const { t } = useTranslation();
  const words = useReportWords();
  return {
    money: (label: string, { amount, drill }: Figure, currency: string): ExactFigure => ({
      label,
      value: words.exactMoney({ amount, currency }),
      href: drillHref(drill),
    }),
    count: (label: string, { count, drill }: Figure): ExactFigure => ({
      label,
      value: words.exactNumber(count),
      href: drillHref(drill),
    }),
    /** The rate, how sure it is, and of how many. */
    rate: (label: string, rate: WinRate, { won }: SalesReport): ExactFigure[] => {
      const href = drillHref(withOutcome(won.drill, ['WON', 'LOST']));
      return [
        { label, value: words.exactRate(rate), href },
        { label: t('reports.intervalHead'), value: words.exactBounds(rate), href },
        { label: t('reports.closed'), value: words.exactNumber(rate.n), href },
      ];
    },
  };
}
