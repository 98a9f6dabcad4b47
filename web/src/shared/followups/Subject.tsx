import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document, type Filter, type Ref } from '@/shared/api';
import { RecordSelect } from '@/shared/forms';
import type { About } from './types';
import styles from './followups.module.css';

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
  /** One of customer, contact and opportunity must be there. */
  required?: boolean;
};

/** What it is about: the customer, and of that customer the contact and the opportunity. What is given stands in one line. */
export function SubjectFields({ form, about, required = false }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const customer = Form.useWatch<string | null>('customer', form) ?? null;
  // The customer of a contact that was chosen without one.
  const [theirs, setTheirs] = useState<Ref | null>(null);
  const ofCustomer: Filter | null = customer
    ? { column: 'customer', operator: 'IS', values: [customer] }
    : null;
  const given = [about.customer, about.contact, about.opportunity].flatMap(refs);
  const fillCustomer = async (contact: string | null) => {
    if (!contact || form.getFieldValue('customer')) return;
    const found = await http.get<Document<'ContactState'>>(`/api/contacts/${contact}`).catch(() => null);
    if (!found || form.getFieldValue('customer') || form.getFieldValue('contact') !== contact) return;
    setTheirs(found.customer);
    form.setFieldsValue({ customer: found.customer.id });
  };
  return (
    <>
      {given.length > 0 && (
        <p className={styles.given}>
          {t('followups.about')} <strong>{given.map(({ name }) => name).join(' · ')}</strong>
        </p>
      )}
      <Form.Item
        name="customer"
        label={t('followups.customer')}
        hidden={Boolean(about.customer)}
        dependencies={['contact', 'opportunity']}
        required={required}
        rules={[
          {
            validator: (_, value: unknown) =>
              !required || value || form.getFieldValue('contact') || form.getFieldValue('opportunity')
                ? Promise.resolve()
                : Promise.reject(new Error(t('followups.subjectRequired'))),
          },
        ]}
      >
        <RecordSelect
          list="customers"
          known={[...refs(about.customer), ...refs(theirs)]}
          placeholder={t('followups.chooseCustomer')}
          onChange={() => form.setFieldsValue({ contact: null, opportunity: null })}
        />
      </Form.Item>
      {can('customers:read') && (
        <Form.Item name="contact" label={t('followups.contact')} hidden={Boolean(about.contact)}>
          <RecordSelect
            list="contacts"
            known={refs(about.contact)}
            filter={ofCustomer}
            placeholder={t('followups.chooseContact')}
            onChange={contact => void fillCustomer(contact)}
          />
        </Form.Item>
      )}
      {can('opportunities:read') && (
        <Form.Item name="opportunity" label={t('followups.opportunity')} hidden={Boolean(about.opportunity)}>
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
