import { Checkbox, Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Money } from '@/shared/api';
import { MoneyInput } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { Converted } from './Converted';
import type { OpportunityValues } from './fields';
import { linesAmount, type EnteredLine } from './lines';

type Props = {
  form: FormInstance<OpportunityValues>;
  required: boolean;
  /** Only looked at. */
  closed: boolean;
};

/** The sum of the lines, unless another amount is meant. */
export function AmountField({ form, required, closed }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = (Form.useWatch('lines', form) ?? []) as EnteredLine[];
  const own = Form.useWatch('ownAmount', form) ?? false;
  const currency = Form.useWatch('currency', form) ?? 'CNY';
  const typed = Form.useWatch('amount', form) as Money | null | undefined;
  const summed = lines.length > 0 && !own;
  const sum = linesAmount(lines);
  if (closed) {
    const amount = form.getFieldValue('amount') as Money | null | undefined;
    return (
      <Form.Item label={t('opportunities.amount')}>
        <span className="numbers">{amount ? format.exactMoney(amount) : t('common.dash')}</span>
      </Form.Item>
    );
  }
  return (
    <div>
      {summed && (
        <Form.Item label={t('opportunities.amount')} required={required}>
          <span className="numbers">
            {sum === null ? t('common.dash') : format.exactMoney({ amount: sum, currency })}{' '}
            <small>{t('opportunities.fromLines')}</small>
          </span>
          <div>
            <Converted amount={sum} currency={currency} />
          </div>
        </Form.Item>
      )}
      <Form.Item
        name="amount"
        label={t('opportunities.amount')}
        hidden={summed}
        rules={[{ required: required && !summed, message: t('opportunities.need.amount') }]}
        {...(!summed && { extra: <Converted amount={typed?.amount ?? null} currency={currency} /> })}
      >
        <MoneyInput currencies={[currency]} />
      </Form.Item>
      <Form.Item
        name="ownAmount"
        valuePropName="checked"
        hidden={lines.length === 0}
        style={{ margin: '-8px 0 12px' }}
      >
        <Checkbox>{t('opportunities.ownAmount')}</Checkbox>
      </Form.Item>
    </div>
  );
}
