import { App, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { listPrice } from './data';
import type { OpportunityValues } from './fields';
import { repriced, type EnteredLine } from './lines';

/** In another currency the same numbers would be other prices: each line takes its list price there. */
export function useReprice() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return async (form: FormInstance<OpportunityValues>, currency: string) => {
    const products = [
      ...new Set(
        (form.getFieldValue('lines') as EnteredLine[] | undefined)?.flatMap(line => line?.product ?? []),
      ),
    ];
    if (products.length === 0) return;
    const prices = new Map(
      await Promise.all(
        products.map(
          async product => [product, await listPrice(product, currency).catch(() => null)] as const,
        ),
      ),
    );
    // Another currency may have been chosen meanwhile.
    if (form.getFieldValue('currency') !== currency) return;
    form.setFieldValue('lines', repriced((form.getFieldValue('lines') as EnteredLine[]) ?? [], prices));
    const without = [...prices.values()].filter(price => price === null).length;
    void message.info(
      without === 0
        ? t('opportunities.lines.repriced', { currency })
        : t('opportunities.lines.repricedExcept', { currency, count: without }),
    );
  };
}
