import './texts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { CustomDetails } from '@/shared/customfields/CustomDetails';
import { today, useFormat } from '@/shared/i18n';
import { Fetched, Fields, Missing, RecordHistory, RecordPage } from '@/shared/records';
import { useProduct } from './data';
import { PriceForm } from './PriceForm';
import { byCurrency, changeAgainst, dayBefore, holdsOn, stateOf } from './prices';
import { ProductForm } from './ProductForm';
import type { Product } from './types';
import styles from './products.module.css';

/** One product, on its page or beside the list. */
export function ProductView({ id, narrow = false }: { id: string; narrow?: boolean }) {
  const { t } = useTranslation();
  const product = useProduct(id);
  const missing = (
    <Missing title={t('products.missing')} back={{ to: '/products', label: t('shell.page.products') }} />
  );
  return (
    <Fetched query={product} missing={missing} narrow={narrow}>
      {data => <Shown key={id} product={data} narrow={narrow} />}
    </Fetched>
  );
}

function Shown({ product, narrow }: { product: Product; narrow: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const [form, setForm] = useState<'edit' | 'price' | null>(null);
  const { grade, unit, status, prices } = product;
  const current = byCurrency(prices, home).flatMap(group =>
    group.prices.filter(price => holdsOn(price, today())),
  );
  return (
    <>
      <RecordPage
        of={{ list: 'products', id: product.id }}
        title={product.name}
        narrow={narrow}
        back={{ to: '/products', label: t('shell.page.products') }}
        status={<Tag>{t(`products.status.${status}`)}</Tag>}
        facts={[
          {
            key: 'price',
            label: t('products.prices.title'),
            value:
              current.length === 0
                ? t('common.dash')
                : current.map(price => (
                    <span key={price.currency} className={styles.current}>
                      {unit
                        ? t('products.prices.perUnit', { price: format.exactMoney(price), unit })
                        : format.exactMoney(price)}
                    </span>
                  )),
          },
          {
            key: 'category',
            label: t('products.field.category'),
            value: product.category?.name ?? t('common.dash'),
          },
        ]}
        actions={
          product.can.edit && (
            <>
              <Button onClick={() => setForm('price')}>{t('products.prices.new')}</Button>
              <Button type="primary" onClick={() => setForm('edit')}>
                {t('common.edit')}
              </Button>
            </>
          )
        }
        timeline={<RecordHistory list="products" id={product.id} />}
      >
        <Fields
          title={t('records.details')}
          fields={[
            { key: 'code', label: t('products.field.code'), value: product.code },
            { key: 'nameEn', label: t('products.field.nameEn'), value: product.nameEn },
            { key: 'series', label: t('products.field.series'), value: product.series },
            {
              key: 'grade',
              label: t('products.field.grade'),
              value: grade && t(`products.grade.${grade}`),
            },
            { key: 'unit', label: t('products.field.unit'), value: unit },
            { key: 'externalId', label: t('products.field.externalId'), value: product.externalId },
            { key: 'aliases', label: t('products.field.aliases'), value: product.aliases, kind: 'TAGS' },
            {
              key: 'updatedAt',
              label: t('products.field.updatedAt'),
              value: product.updatedAt,
              kind: 'INSTANT',
            },
            {
              key: 'description',
              label: t('products.field.description'),
              value: product.description,
              kind: 'LONG_TEXT',
            },
          ]}
        />
        <CustomDetails type="products" values={product.custom} />
        <PriceHistory product={product} home={home} />
      </RecordPage>
      <ProductForm open={form === 'edit'} onClose={() => setForm(null)} product={product} />
      <PriceForm open={form === 'price'} onClose={() => setForm(null)} product={product} />
    </>
  );
}

function PriceHistory({ product, home }: { product: Product; home: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = byCurrency(product.prices, home);
  return (
    <section className={styles.block} aria-label={t('products.prices.title')}>
      <h2>{t('products.prices.title')}</h2>
      {groups.length === 0 ? (
        <p className={styles.quiet}>{t('products.prices.none')}</p>
      ) : (
        <table className={styles.prices}>
          <thead>
            <tr>
              <th scope="col">{t('products.prices.during')}</th>
              <th scope="col" data-number>
                {t('products.prices.amount')}
              </th>
              <th scope="col" data-number>
                {t('products.prices.change')}
              </th>
            </tr>
          </thead>
          {groups.map(({ currency, prices }) => (
            <tbody key={currency}>
              {groups.length > 1 && (
                <tr>
                  <th scope="rowgroup" colSpan={3} className={styles.currency}>
                    {currency}
                  </th>
                </tr>
              )}
              {prices.map(price => {
                const state = stateOf(price, today());
                const change = changeAgainst(price, prices);
                return (
                  <tr key={price.from} data-state={state}>
                    <td className="numbers">
                      {price.to
                        ? t('products.prices.fromUntil', { from: price.from, until: dayBefore(price.to) })
                        : t('products.prices.since', { from: price.from })}
                      {state !== 'past' && (
                        <span className={styles.mark} data-mark={state}>
                          {t(`products.prices.${state}`)}
                        </span>
                      )}
                    </td>
                    <td data-number className="numbers">
                      {format.exactMoney(price)}
                    </td>
                    <td data-number className="numbers">
                      {change === null ? t('common.dash') : format.change(change)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
}
