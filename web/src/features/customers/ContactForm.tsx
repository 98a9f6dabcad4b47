import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { CustomFormFields, customBody, heldOf, useStaleFields, type Held } from '@/shared/customfields';
import { ChoiceSelect, FieldGroup, FormDrawer, Pair, RecordItem, useStale } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today } from '@/shared/i18n';
import { LaidOut } from '@/shared/layouts/LaidOut';
import { useCustomersChanged } from './data';
import { SimilarToContact } from './Similar';
import type { Contact } from './types';

const extra = ['phone', 'wechat', 'birthday', 'note'] as const;
const keys = ['name', 'title', 'department', 'role', 'mobile', 'email', 'main', ...extra] as const;
type Values = Pick<Contact, (typeof keys)[number]> & { custom?: Held };

const valuesOf = (contact: Contact): Values => ({
  ...(Object.fromEntries(keys.map(key => [key, contact[key]])) as unknown as Values),
  custom: heldOf(contact.custom),
});
const bodyOf = ({ custom, ...values }: Values) => ({ ...values, custom: customBody(custom) ?? null });

export type ContactFormProps = {
  customer: string;
  onClose: () => void;
  /** The one to change; without it a new one is made. */
  record?: Contact | null;
};

export default function ContactForm({ customer, onClose, record: given }: ContactFormProps) {
  const [record] = useState(given ?? null);
  const { t } = useTranslation();
  const changed = useCustomersChanged();
  const label = (key: (typeof keys)[number]) =>
    t(key === 'title' ? 'customers.contacts.jobTitle' : `customers.contacts.${key}`);
  const change = (values: Values, version: number) =>
    http.put(`/api/contacts/${record!.id}`, {
      ...bodyOf(values),
      version,
    } satisfies Document<'SaveContact'>);
  const stale = useStale<Values>({
    fields: [...keys.map(key => ({ key, label: label(key) })), ...useStaleFields('contacts')],
    shown: current => valuesOf(current as unknown as Contact),
    again: change,
    onDone: () => {
      void changed();
      onClose();
    },
  });
  const text = (key: (typeof keys)[number], most: number, mode?: 'tel' | 'email') => (
    <RecordItem
      name={key}
      label={label(key)}
      {...(mode === 'email' && {
        rules: [{ type: 'email' as const, message: t('customers.contacts.emailWrong') }],
      })}
    >
      <Input maxLength={most} autoComplete="off" {...(mode && { inputMode: mode })} />
    </RecordItem>
  );
  return (
    <>
      <FormDrawer<Values>
        open
        of={{ list: 'contacts', fresh: !record }}
        title={record ? t('customers.contacts.editTitle') : t('customers.contacts.add')}
        onClose={onClose}
        initial={record ? valuesOf(record) : {}}
        save={(values, idempotencyKey) =>
          record
            ? change(values, record.version)
            : http.post(
                `/api/customers/${customer}/contacts`,
                bodyOf(values) satisfies Document<'SaveContact'>,
                {
                  idempotencyKey,
                },
              )
        }
        onSaved={() => void changed()}
        editing={record && { list: 'contacts', id: record.id }}
        onStale={stale.onStale}
      >
        {form => (
          <LaidOut list="contacts" fresh={!record}>
            <RecordItem
              name="name"
              label={t('customers.contacts.name')}
              rules={[{ required: true, whitespace: true, message: t('customers.contacts.nameRequired') }]}
            >
              <Input autoFocus maxLength={100} autoComplete="off" />
            </RecordItem>
            <Pair>
              {text('title', 100)}
              {text('department', 100)}
              {text('mobile', 50, 'tel')}
              {text('email', 200, 'email')}
            </Pair>
            <SimilarToContact form={form} customer={customer} record={record} />
            <RecordItem name="role" label={t('customers.contacts.role')}>
              <ChoiceSelect list="contacts" column="role" />
            </RecordItem>
            <RecordItem name="main" valuePropName="checked">
              <Checkbox>{t('customers.contacts.mainHint')}</Checkbox>
            </RecordItem>
            <CustomFormFields type="contacts" fresh={!record} />
            <FieldGroup
              title={t('customers.contacts.more')}
              names={[...extra]}
              open={extra.some(key => record?.[key])}
            >
              <Pair>
                {text('phone', 50, 'tel')}
                {text('wechat', 100)}
              </Pair>
              <RecordItem name="birthday" label={t('customers.contacts.birthday')}>
                <DateInput until={today()} />
              </RecordItem>
              <RecordItem name="note" label={t('customers.contacts.note')}>
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
              </RecordItem>
            </FieldGroup>
          </LaidOut>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
