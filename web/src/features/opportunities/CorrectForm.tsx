import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '@/shared/api';
import { ChoiceSelect, FormDrawer, MoneyInput, useChoices, useStale } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today, useFormat } from '@/shared/i18n';
import { useOpportunitiesChanged } from './data';
import { sendMove, type Closing } from './moves';
import type { Opportunity, Outcome } from './types';
import styles from './opportunities.module.css';

type Values = Closing & { stage: string; amount?: Money | null; outcome?: Outcome };

const valuesOf = (record: Opportunity): Values => ({
  stage: record.stage.id,
  closedOn: record.closedOn,
  amount: record.amount,
  lossReason: record.lossReason?.code ?? null,
  note: record.outcomeNote,
  outcome: record.outcome,
});

type Props = { record: Opportunity; onClose: () => void };

/** Puts right how a closed one ended; it stays closed, and its history tells the end as it is known now. */
export default function CorrectForm({ record: given, onClose }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [record] = useState(given);
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useOpportunitiesChanged();
  const reasons = useChoices('opportunities', 'lossReason');
  const { outcome, stages } = record;
  const lost = outcome === 'LOST';
  const ends = stages.filter(step => step.outcome === outcome);

  const send = ({ stage = record.stage.id, amount, ...closing }: Values, version: number, key?: string) => {
    // An amount nobody touched goes on following the lines.
    const other = amount != null && amount.amount !== record.amount?.amount;
    const closed = { ...closing, note: closing.note ?? '' };
    return sendMove({ ...record, version }, stage, other ? { amount: amount.amount } : {}, closed, key);
  };
  const stale = useStale<Values>({
    fields: [
      {
        key: 'outcome',
        label: t('opportunities.correct.outcome'),
        render: value => t(`opportunities.outcomes.${value as Outcome}`),
      },
      {
        key: 'stage',
        label: t('opportunities.stage'),
        render: value => stages.find(({ id }) => id === value)?.name,
      },
      { key: 'closedOn', label: t('opportunities.closedOn') },
      {
        key: 'amount',
        label: t('opportunities.amount'),
        render: money => (money ? format.exactMoney(money as Money) : null),
      },
      {
        key: 'lossReason',
        label: t('opportunities.lossReason'),
        render: code => reasons.find(({ value }) => value === code)?.label ?? null,
      },
      { key: 'note', label: t('opportunities.outcomeNote') },
    ],
    shown: current => valuesOf(current as unknown as Opportunity),
    again: send,
    onDone: () => {
      void changed();
      onClose();
    },
  });

  return (
    <>
      <FormDrawer<Values, Opportunity>
        open
        title={t('opportunities.correct.action')}
        onClose={onClose}
        initial={valuesOf(record)}
        save={(values, key) => send(values, record.version, key)}
        onSaved={() => void changed()}
        editing={{ list: 'opportunities', id: record.id }}
        onStale={(problem, values, base) => stale.onStale(problem, { ...values, outcome }, base)}
      >
        <p className={styles.moveWhat}>
          {record.name}
          <span>{t('opportunities.correct.hint', { outcome: t(`opportunities.outcomes.${outcome}`) })}</span>
        </p>
        {ends.length > 1 && (
          <Form.Item name="stage" label={t('opportunities.stage')}>
            <Select options={ends.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
        <Form.Item
          name="closedOn"
          label={t('opportunities.closedOn')}
          rules={[{ required: true, message: t('opportunities.need.closedOn') }]}
        >
          <DateInput until={today()} allowClear={false} />
        </Form.Item>
        <Form.Item
          name="amount"
          label={t('opportunities.amount')}
          rules={[{ required: record.amount !== null, message: t('opportunities.need.amount') }]}
          extra={record.amountFromLines && record.amount && t('opportunities.correct.fromLines')}
        >
          <MoneyInput currencies={[record.currency]} />
        </Form.Item>
        {lost && (
          <Form.Item
            name="lossReason"
            label={t('opportunities.lossReason')}
            rules={[{ required: true, message: t('opportunities.need.lossReason') }]}
          >
            <ChoiceSelect list="opportunities" column="lossReason" allowClear={false} />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('opportunities.outcomeNote')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
