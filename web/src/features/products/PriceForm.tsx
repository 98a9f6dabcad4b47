import './texts';
import { Alert, App, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { FormDrawer, MoneyInput, useStale } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today, useFormat } from '@/shared/i18n';
import { useProductsChanged } from './data';
import { currenciesFor, effect } from './prices';
import { entered, put, useProductFields, type NewPrice } from './ProductForm';
import type { Product } from './types';

type Values = NewPrice;
type Props = { open: boolean; onClose: () => void; product: Product };

/** Another price from a day on: the one before ends there and stays in the history. */
export function PriceForm(props: Props) {
  return props.open ? <OpenedPriceForm {...props} /> : null;
}

function OpenedPriceForm({ open, onClose, product: given }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [product] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = useProductsChanged();
  const fields = useProductFields();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const required = [{ required: true, message: t('products.required') }];
  const send = (price: Values, version?: number) => put(product, { prices: [price] }, version);
  const stale = useStale<Values>({
    fields,
    shown: current => entered(current as unknown as Product),
    again: send,
    onDone: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <FormDrawer<Values, Product>
        open={open}
        width={440}
        title={t('products.prices.newTitle', { name: product.name })}
        onClose={onClose}
        initial={{ from: today() }}
        save={values => send(values)}
        editing={{ list: 'products', id: product.id }}
        onStale={stale.onStale}
        onSaved={({ name }, { from }) => {
          void changed();
          void message.success(t('products.prices.saved', { name, from }));
        }}
      >
        <Form.Item name="money" label={t('products.prices.price')} rules={required}>
          <MoneyInput currencies={currenciesFor(home, product.prices)} />
        </Form.Item>
        <Form.Item name="from" label={t('products.prices.from')} rules={required}>
          <DateInput allowClear={false} />
        </Form.Item>
        <Effect product={product} />
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

/** What saving would do, in a sentence. */
function Effect({ product }: { product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = Form.useWatch<NewPrice['money'] | null | undefined>('money');
  const from = Form.useWatch<string | undefined>('from');
  if (!money || !from) return null;
  const { replaced, closed, until } = effect(product.prices, money.currency, from);
  const price = format.exactMoney(money);
  const before = replaced ?? closed;
  const words = { from, price, before: before ? format.exactMoney(before) : '' };
  const sentence = replaced
    ? t('products.prices.corrects', words)
    : closed
      ? t('products.prices.closes', words)
      : t('products.prices.first', words);
  return (
    <Alert
      type={from < today() ? 'warning' : 'info'}
      showIcon
      title={until ? `${sentence} ${t('products.prices.until', { until })}` : sentence}
      description={from < today() ? t('products.prices.pastHint') : undefined}
    />
  );
}
