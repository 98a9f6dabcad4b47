import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, type Money } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import styles from './forms.module.css';

type Props = {
  id?: string;
  value?: Money | null;
  onChange?: (money: Money | null) => void;
  /** With more than one, the currency can be chosen; otherwise it is the company's. */
  currencies?: string[];
  min?: number;
  disabled?: boolean;
};

/** The number typed; nothing typed is no amount, which is not the same as zero. */
const parse = (text: string | undefined) => {
  const digits = (text ?? '').replace(/[^\d.-]/g, '');
  // The input takes null for empty, though its type does not say so.
  return digits === '' ? (null as unknown as number) : Number(digits);
};

/** An amount with its currency; says the amount in short below while it is long. */
export function MoneyInput({ id, value, onChange, currencies = [], min = 0, disabled }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const home = useSession().data?.company?.currency ?? 'CNY';
  // Chosen while there is no amount yet to carry it.
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = value?.currency ?? chosen ?? currencies[0] ?? home;
  const give = (amount: number | null, next = currency) =>
    onChange?.(amount === null ? null : { amount, currency: next });
  const amount = value?.amount ?? null;
  return (
    <>
      <div className={styles.money}>
        <InputNumber<number>
          {...(id && { id })}
          aria-label={t('forms.amount')}
          value={amount}
          min={min}
          precision={2}
          disabled={disabled ?? false}
          controls={false}
          prefix={currencies.length > 1 ? undefined : currency}
          formatter={text => `${text ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
          parser={parse}
          onChange={next => give(next)}
          style={{ flex: 1 }}
        />
        {currencies.length > 1 && (
          <Select
            aria-label={t('forms.currency')}
            value={currency}
            disabled={disabled ?? false}
            options={currencies.map(code => ({ value: code, label: code }))}
            onChange={code => {
              setChosen(code);
              if (amount !== null) give(amount, code);
            }}
            style={{ width: 96 }}
          />
        )}
      </div>
      {amount !== null && Math.abs(amount) >= 10_000 && (
        <small style={{ color: 'var(--secondary)' }}>{format.shortMoney({ amount, currency })}</small>
      )}
    </>
  );
}
