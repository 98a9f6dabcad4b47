import { Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan, type Filter, type Ref } from '@/shared/api';
import { RecordSelect } from '@/shared/forms';
import type { About } from './types';

export type SubjectValues = {
  customer: string | null;
  contact: string | null;
  opportunity: string | null;
};

export const subjectOf = ({ customer, contact, opportunity }: About): SubjectValues => ({
  customer: customer?.id ?? null,
  contact: contact?.id ?? null,
  opportunity: opportunity?.id ?? null,
});

const refs = (one: Ref | null | undefined) => (one ? [one] : []);

type Props = {
  form: FormInstance;
  about: About;
  /** One of customer and opportunity must be there. */
  required?: boolean;
};

/** What it is about: the customer, and of that customer the contact and the opportunity. */
export function SubjectFields({ form, about, required = false }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const customer = Form.useWatch<string | null>('customer', form) ?? null;
  const ofCustomer: Filter | null = customer
    ? { column: 'customer', operator: 'IS', values: [customer] }
    : null;
  return (
    <>
      <Form.Item
        name="customer"
        label={t('followups.customer')}
        dependencies={['opportunity']}
        required={required}
        rules={[
          {
            validator: (_, value: unknown) =>
              !required || value || form.getFieldValue('opportunity')
                ? Promise.resolve()
                : Promise.reject(new Error(t('followups.subjectRequired'))),
          },
        ]}
      >
        <RecordSelect
          list="customers"
          known={refs(about.customer)}
          placeholder={t('followups.chooseCustomer')}
          onChange={() => form.setFieldsValue({ contact: null, opportunity: null })}
        />
      </Form.Item>
      <Form.Item name="contact" label={t('followups.contact')} hidden={!customer && !about.contact}>
        <RecordSelect
          list="contacts"
          known={refs(about.contact)}
          filter={ofCustomer}
          placeholder={t('followups.chooseContact')}
        />
      </Form.Item>
      {can('opportunities:read') && (
        <Form.Item name="opportunity" label={t('followups.opportunity')}>
          <RecordSelect
            list="opportunities"
            known={refs(about.opportunity)}
            filter={ofCustomer}
            placeholder={t('followups.chooseOpportunity')}
          />
        </Form.Item>
      )}
    </>
  );
}
