import './texts';
import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import { App, Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useSession, type Document } from '@/shared/api';
import { CustomFormFields, customBody, heldOf, useStaleFields, type Held } from '@/shared/customfields';
import { FormDrawer, MoneyInput, RecordItem, type StaleField, useStale } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today } from '@/shared/i18n';
import { Laid } from '@/shared/layouts/Laid';
import { LaidOut } from '@/shared/layouts/LaidOut';
import { CategorySelect } from './CategorySelect';
import { useCategories, useProductsChanged } from './data';
import { currenciesFor } from './prices';
import { grades, statuses, type Product } from './types';
import styles from './products.module.css';

type Entered = Required<Omit<Document<'EditProduct'>, 'custom' | 'prices' | 'version'>> & { custom?: Held };
export type NewPrice = Pick<Document<'NewPrice'>, 'from'> & {
  money: Pick<Document<'NewPrice'>, 'amount' | 'currency'>;
};
type Values = Entered & { prices?: NewPrice[] };

/** A record in the shape of the form. */
export const entered = (product: Product): Entered => {
  const { code, name, nameEn, category, series, grade, unit, status, description, aliases } = product;
  const id = category?.id ?? null;
  const custom = heldOf(product.custom);
  return { code, name, nameEn, category: id, series, grade, unit, status, description, aliases, custom };
};

const sent = (prices: NewPrice[] = []): Document<'NewPrice'>[] =>
  prices.map(({ money: { amount, currency }, from }) => ({ amount, currency, from }));

/** Saves a product; prices are added to those it has. */
export const put = (product: Product, values: Partial<Values>, version = product.version) =>
  http.put<Product>(`/api/products/${product.id}`, {
    ...entered(product),
    ...values,
    custom: customBody(values.custom) ?? null,
    prices: sent(values.prices),
    version,
  } satisfies Document<'EditProduct'>);

/** What two versions of a product are compared by. */
export function useProductFields(): StaleField[] {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const field = (key: Exclude<keyof Entered, 'custom'>, render?: StaleField['render']): StaleField => ({
    key,
    label: t(`products.field.${key}`),
    ...(render && { render }),
  });
  return [
    field('name'),
    field('nameEn'),
    field('code'),
    field('category', id => categories.find(one => one.id === id)?.path),
    field('series'),
    field('grade', value => grades.filter(one => one === value).map(one => t(`products.grade.${one}`))[0]),
    field('unit'),
    field(
      'status',
      value => statuses.filter(one => one === value).map(one => t(`products.status.${one}`))[0],
    ),
    field('description'),
    field('aliases', value => (Array.isArray(value) ? value.join(t('common.separator')) : null)),
    ...useStaleFields('products'),
  ];
}

type Props = {
  open: boolean;
  onClose: () => void;
  /** The product changed; without one, a new one is made. */
  product?: Product;
  onCreated?: (product: Product) => void;
};

export function ProductForm(props: Props) {
  return props.open ? <OpenedProductForm {...props} /> : null;
}

function OpenedProductForm({ open, onClose, product: given, onCreated }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [product] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = useProductsChanged();
  const fields = useProductFields();
  const stale = useStale<Values>({
    fields,
    shown: current => entered(current as unknown as Product),
    again: (values, version) => put(product!, values, version),
    onDone: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <FormDrawer<Values, Product>
        open={open}
        of={{ list: 'products', fresh: !product }}
        title={product ? t('products.edit', { name: product.name }) : t('products.create')}
        onClose={onClose}
        initial={product ? entered(product) : { aliases: [], prices: [] }}
        save={(values, idempotencyKey) =>
          product
            ? put(product, values)
            : http.post<Product>(
                '/api/products',
                {
                  ...values,
                  custom: customBody(values.custom) ?? null,
                  prices: sent(values.prices),
                } satisfies Document<'NewProduct'>,
                { idempotencyKey },
              )
        }
        editing={product && { list: 'products', id: product.id }}
        onStale={stale.onStale}
        onSaved={saved => {
          void changed();
          void message.success(t(product ? 'products.saved' : 'products.created', { name: saved.name }));
          if (!product) onCreated?.(saved);
        }}
      >
        <LaidOut list="products" fresh={!product}>
          <RecordItem
            name="name"
            label={t('products.field.name')}
            rules={[{ required: true, whitespace: true, message: t('products.required') }]}
          >
            <Input autoFocus maxLength={200} />
          </RecordItem>
          <RecordItem name="nameEn" label={t('products.field.nameEn')}>
            <Input maxLength={200} />
          </RecordItem>
          <RecordItem name="code" label={t('products.field.code')}>
            <Input maxLength={60} />
          </RecordItem>
          <RecordItem name="category" label={t('products.field.category')}>
            <CategorySelect />
          </RecordItem>
          <RecordItem name="series" label={t('products.field.series')}>
            <Input maxLength={100} />
          </RecordItem>
          <RecordItem name="grade" label={t('products.field.grade')}>
            <Select
              allowClear
              options={grades.map(value => ({ value, label: t(`products.grade.${value}`) }))}
              placeholder={t('common.none')}
              style={{ maxWidth: 200 }}
            />
          </RecordItem>
          <RecordItem name="unit" label={t('products.field.unit')} extra={t('products.unitHint')}>
            <Input maxLength={20} style={{ maxWidth: 200 }} />
          </RecordItem>
          {product ? (
            <RecordItem name="status" label={t('products.field.status')}>
              <Segmented options={statuses.map(value => ({ value, label: t(`products.status.${value}`) }))} />
            </RecordItem>
          ) : (
            <Laid name="prices">
              <PriceRows />
            </Laid>
          )}
          <RecordItem name="aliases" label={t('products.field.aliases')} extra={t('products.aliasesHint')}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '、', '\n']} />
          </RecordItem>
          <CustomFormFields type="products" fresh={!product} />
          <RecordItem name="description" label={t('products.field.description')}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
          </RecordItem>
        </LaidOut>
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

/** The first prices of a new product. */
function PriceRows() {
  const { t } = useTranslation();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const currencies = currenciesFor(home, []);
  const required = [{ required: true, message: t('products.required') }];
  return (
    <Form.List name="prices">
      {(rows, { add, remove }) => (
        <fieldset className={styles.priceRows}>
          <legend>{t('products.prices.title')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.priceRow}>
              <Form.Item name={[name, 'money']} label={t('products.prices.price')} rules={required}>
                <MoneyInput currencies={currencies} />
              </Form.Item>
              <Form.Item name={[name, 'from']} label={t('products.prices.from')} rules={required}>
                <DateInput allowClear={false} />
              </Form.Item>
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={t('common.remove')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ from: today() })}>
            {t('products.prices.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
