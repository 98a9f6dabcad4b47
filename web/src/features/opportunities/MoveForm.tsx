import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document, Money, Problem } from '@/shared/api';
import { ChoiceSelect, FormDrawer, MoneyInput, RecordSelect } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today } from '@/shared/i18n';
import { ContactRoles } from './ContactRoles';
import { LinesInput } from './LinesInput';
import { askedFor, sendMove, type Closing, type Given, type MoveField, type Target } from './moves';
import type { Opportunity } from './types';
import styles from './opportunities.module.css';

type Values = Closing & { fields?: Omit<Given, 'amount'> & { amount?: Money | null } };

export type MoveFormProps = {
  record: Opportunity;
  target: Target;
  /** The fields the stage asks for. */
  asked: MoveField[];
  onClose: () => void;
  onMoved: (result: Opportunity) => void;
  onStale: (problem: Problem) => void;
};

/** Asks exactly for what a move still needs: the fields of the stage's gate, or how it ended. */
export default function MoveForm({ record, target, asked, onClose, onMoved, onStale }: MoveFormProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(asked);
  const required = (field: MoveField) => [{ required: true, message: t(`opportunities.need.${field}`) }];
  const { outcome } = target;
  const title = {
    OPEN: t('opportunities.move.to', { stage: target.label }),
    WON: t('opportunities.move.win'),
    LOST: t('opportunities.move.lose'),
  }[outcome];
  return (
    <FormDrawer<Values, Opportunity>
      open
      title={title}
      width={fields.includes('lines') ? 640 : 480}
      submitText={outcome === 'OPEN' ? t('opportunities.move.submit') : title}
      onClose={onClose}
      initial={{
        closedOn: today(),
        fields: {
          customer: record.customer?.id ?? null,
          ...(fields.includes('contacts') && { contacts: [{} as Document<'EnteredContact'>] }),
        },
      }}
      save={async ({ fields: { amount, ...given } = {}, ...closing }, key) => {
        const sent: Given = { ...given, ...(amount !== undefined && { amount: amount?.amount ?? null }) };
        try {
          return await sendMove(record, target.id, sent, outcome === 'OPEN' ? {} : closing, key);
        } catch (error) {
          // A stage may ask for more once it knows the first part.
          const more = askedFor(error).filter(field => !fields.includes(field));
          if (more.length > 0) setFields([...fields, ...more]);
          throw error;
        }
      }}
      onSaved={onMoved}
      onStale={onStale}
    >
      {form => (
        <>
          <p className={styles.moveWhat}>
            {record.name}
            {fields.length > 0 && <span>{t('opportunities.move.asks', { stage: target.label })}</span>}
          </p>
          {outcome !== 'OPEN' && (
            <Form.Item
              name="closedOn"
              label={t('opportunities.closedOn')}
              rules={[{ required: true, message: t('opportunities.need.closedOn') }]}
            >
              <DateInput until={today()} />
            </Form.Item>
          )}
          {outcome === 'LOST' && (
            <Form.Item
              name="lossReason"
              label={t('opportunities.lossReason')}
              rules={[{ required: true, message: t('opportunities.need.lossReason') }]}
            >
              <ChoiceSelect list="opportunities" column="lossReason" allowClear={false} />
            </Form.Item>
          )}
          {fields.includes('customer') && (
            <Form.Item
              name={['fields', 'customer']}
              label={t('opportunities.customer')}
              rules={required('customer')}
            >
              <RecordSelect
                list="customers"
                known={record.customer ? [record.customer] : []}
                // Contacts of one customer are not those of another.
                onChange={() =>
                  fields.includes('contacts') && form.setFieldValue(['fields', 'contacts'], [{}])
                }
              />
            </Form.Item>
          )}
          {fields.includes('amount') && (
            <Form.Item
              name={['fields', 'amount']}
              label={t('opportunities.amount')}
              rules={required('amount')}
            >
              <MoneyInput currencies={[record.currency]} />
            </Form.Item>
          )}
          {fields.includes('expectedClose') && (
            <Form.Item
              name={['fields', 'expectedClose']}
              label={t('opportunities.expectedClose')}
              rules={required('expectedClose')}
            >
              <DateInput />
            </Form.Item>
          )}
          {fields.includes('nextStep') && (
            <>
              <Form.Item
                name={['fields', 'nextStep']}
                label={t('opportunities.nextStep')}
                rules={required('nextStep')}
              >
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item name={['fields', 'nextStepOn']} label={t('opportunities.nextStepOn')}>
                <DateInput />
              </Form.Item>
            </>
          )}
          {fields.includes('competitor') && (
            <Form.Item
              name={['fields', 'competitor']}
              label={t('opportunities.competitor')}
              rules={required('competitor')}
            >
              <Input maxLength={200} />
            </Form.Item>
          )}
          {fields.includes('source') && (
            <Form.Item
              name={['fields', 'source']}
              label={t('opportunities.source')}
              rules={required('source')}
            >
              <ChoiceSelect list="opportunities" column="source" />
            </Form.Item>
          )}
          {fields.includes('contacts') && (
            <Form.Item noStyle shouldUpdate>
              {() => (
                <section className={styles.moveGroup}>
                  <h3>{t('opportunities.contacts.title')}</h3>
                  <ContactRoles
                    path={['fields', 'contacts']}
                    customer={
                      (form.getFieldValue(['fields', 'customer']) as string | undefined) ??
                      record.customer?.id ??
                      null
                    }
                    required
                  />
                </section>
              )}
            </Form.Item>
          )}
          {fields.includes('lines') && (
            <section className={styles.moveGroup}>
              <h3>{t('opportunities.lines.title')}</h3>
              <LinesInput path={['fields', 'lines']} currency={record.currency} required />
            </section>
          )}
          {outcome !== 'OPEN' && (
            <Form.Item name="note" label={t('opportunities.outcomeNote')}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  );
}
