import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChoices } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { RelatedTabs } from '@/shared/records';
import type { Opportunity } from './types';
import styles from './opportunities.module.css';

type RelatedProps = { record: Opportunity; onContacts: (() => void) | null };

/** What it is to sell, to whom, and how it came here. */
export function Related({ record, onContacts }: RelatedProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.related}>
      <RelatedTabs
        tabs={[
          {
            key: 'lines',
            label: t('opportunities.lines.title'),
            count: record.lines.length,
            children: <Lines record={record} />,
          },
          {
            key: 'contacts',
            label: t('opportunities.contacts.title'),
            count: record.contacts.length,
            children: <ContactList record={record} onEdit={onContacts} />,
          },
          { key: 'history', label: t('opportunities.history.title'), children: <Stays record={record} /> },
        ]}
      />
    </div>
  );
}

function Lines({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, lines } = record;
  if (lines.length === 0) return <p className={styles.none}>{t('opportunities.lines.none')}</p>;
  const money = (amount: number) => format.exactMoney({ amount, currency }, false);
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} numbers`}>
        <thead>
          <tr>
            <th scope="col">{t('opportunities.lines.product')}</th>
            <th scope="col" data-number>
              {t('opportunities.lines.quantity')}
            </th>
            <th scope="col" data-number>
              {t('opportunities.lines.price')}
            </th>
            <th scope="col" data-number>
              {t('opportunities.lines.discount')}
            </th>
            <th scope="col" data-number>
              {t('opportunities.lines.amount')} {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ product, quantity, price, discount, amount }, index) => (
            <tr key={index}>
              <td>
                <Link to={`/products/${product.id}`}>{product.name}</Link>
              </td>
              <td data-number>{format.exactNumber(quantity)}</td>
              <td data-number>{money(price)}</td>
              <td data-number>{discount ? format.percent(discount) : t('common.dash')}</td>
              <td data-number>{money(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('opportunities.lines.sum')}
              {!record.amountFromLines && record.amount && (
                <small>{t('opportunities.lines.other', { amount: format.exactMoney(record.amount) })}</small>
              )}
            </th>
            <td data-number>
              {money(lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function ContactList({ record, onEdit }: { record: Opportunity; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const roles = useChoices('contacts', 'role');
  return (
    <div className={styles.people}>
      {record.contacts.length === 0 ? (
        <p className={styles.none}>{t('opportunities.contacts.none')}</p>
      ) : (
        <ul>
          {record.contacts.map(({ id, name, title, role }) => (
            <li key={id}>
              <Link to={`/contacts/${id}`}>{name}</Link> <span>{title}</span>{' '}
              <em>{roles.find(({ value }) => value === role)?.label ?? role}</em>
            </li>
          ))}
        </ul>
      )}
      {onEdit && (
        <Button size="small" onClick={onEdit}>
          {t('opportunities.contacts.choose')}
        </Button>
      )}
    </div>
  );
}

/** Each stay in a stage: when, how long, and who moved it there. */
function Stays({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (instant: string) => (
    <time dateTime={instant} title={format.exactInstant(instant)}>
      {format.instant(instant)}
    </time>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('opportunities.history.title')}>
      <table className={`${styles.table} numbers`}>
        <thead>
          <tr>
            <th scope="col">{t('opportunities.stage')}</th>
            <th scope="col">{t('opportunities.history.entered')}</th>
            <th scope="col">{t('opportunities.history.left')}</th>
            <th scope="col" data-number>
              {t('opportunities.history.days')}
            </th>
            <th scope="col">{t('opportunities.history.by')}</th>
          </tr>
        </thead>
        <tbody>
          {record.history.map((stay, index) => {
            const normal = record.stages.find(({ id }) => id === stay.stage.id)?.normalDays ?? null;
            const late = normal !== null && stay.days > normal;
            return (
              <tr key={index}>
                <td>{stay.stage.name}</td>
                <td>{day(stay.entered)}</td>
                <td>{stay.left ? day(stay.left) : t('opportunities.history.now')}</td>
                <td data-number className={late ? styles.late : undefined}>
                  {format.exactNumber(stay.days)}
                  {late && <small> / {normal}</small>}
                </td>
                <td>{stay.movedBy ?? t('common.dash')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
