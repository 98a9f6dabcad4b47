import { EditOutlined, MailOutlined, PhoneOutlined, PlusOutlined } from '@/shared/ui/icons';
import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, useFieldLevel } from '@/shared/api';
import { useChoices } from '@/shared/forms';
import { Masked } from '@/shared/records';
import { CloseOutlined } from '@/shared/ui/icons';
import { useProblemText } from '@/shared/ui';
import { useCustomersChanged } from './data';
import { ContactViewDrawer } from './ContactView';
import { ContactDrawer } from './Drawers';
import type { Contact, Customer } from './types';
import styles from './customers.module.css';

/** The people one talks to at a customer, the main one first. */
export function Contacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<{ record: Contact | null } | null>(null);
  const [params, setParams] = useSearchParams();
  const marked = params.get('contact');
  const shown = customer.contacts.some(({ id }) => id === marked) ? marked : null;
  const show = (id: string | null) =>
    setParams(
      now => {
        const next = new URLSearchParams(now);
        if (id) next.set('contact', id);
        else next.delete('contact');
        return next;
      },
      { replace: true },
    );
  const sorted = [...customer.contacts].sort((a, b) => Number(b.main) - Number(a.main));
  const add = customer.can.edit && (
    <Button icon={<PlusOutlined />} size="small" onClick={() => setForm({ record: null })}>
      {t('customers.contacts.add')}
    </Button>
  );
  return (
    <div className={styles.contacts}>
      {sorted.length === 0 && <p className={styles.none}>{t('customers.contacts.none')}</p>}
      {sorted.length > 0 && (
        <ul>
          {sorted.map(contact => (
            <One
              key={contact.id}
              contact={contact}
              marked={contact.id === marked}
              onShow={() => show(contact.id)}
              onEdit={customer.can.edit ? () => setForm({ record: contact }) : null}
            />
          ))}
        </ul>
      )}
      {add}
      <ContactViewDrawer
        id={shown}
        onClose={() => show(null)}
        onEdit={customer.can.edit ? record => setForm({ record }) : null}
      />
      <ContactDrawer
        open={form !== null}
        customer={customer.id}
        record={form?.record ?? null}
        onClose={() => setForm(null)}
      />
    </div>
  );
}

/** A number or an address, at a click; masked for those who see no more of it. */
function Reach({ contact, field }: { contact: Contact; field: 'mobile' | 'phone' | 'email' }) {
  const { t } = useTranslation();
  const level = useFieldLevel();
  const value = contact[field];
  if (!value) return null;
  const icon = field === 'email' ? <MailOutlined /> : <PhoneOutlined />;
  if (level('contacts', field) === 'MASKED') {
    const of = { list: 'contacts', id: contact.id };
    return (
      <span>
        {icon} <Masked of={of} field={field} label={t(`customers.contacts.${field}`)} value={value} />
      </span>
    );
  }
  return (
    <a href={`${field === 'email' ? 'mailto' : 'tel'}:${value}`}>
      {icon} {value}
    </a>
  );
}

type OneProps = {
  contact: Contact;
  marked: boolean;
  onShow: () => void;
  onEdit: (() => void) | null;
};

function One({ contact, marked, onShow, onEdit }: OneProps) {
  const { t } = useTranslation();
  const roles = useChoices('contacts', 'role');
  const role = roles.find(({ value }) => value === contact.role)?.label ?? contact.role;
  const remove = useRemove(contact);
  return (
    <li
      className={styles.contact}
      data-marked={marked}
      ref={element => {
        if (marked) element?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <div className={styles.contactHead}>
        <button type="button" className={styles.contactName} onClick={onShow}>
          {contact.name}
        </button>
        {contact.main && <Tag className={styles.mainMark ?? ''}>{t('customers.contacts.main')}</Tag>}
        {role && <Tag>{role}</Tag>}
        {onEdit && (
          <span className={styles.contactActions}>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={t('customers.contacts.edit', { name: contact.name })}
              onClick={onEdit}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('customers.contacts.remove', { name: contact.name })}
              onClick={remove}
            />
          </span>
        )}
      </div>
      <p className={styles.contactLine}>
        {[contact.title, contact.department].filter(Boolean).join(' · ')}
        {contact.wechat && (
          <span>
            {t('customers.contacts.wechat')} {contact.wechat}
          </span>
        )}
        {contact.birthday && (
          <span className="numbers">
            {t('customers.contacts.birthday')} {contact.birthday}
          </span>
        )}
      </p>
      <p className={`${styles.contactLine} numbers`}>
        <Reach contact={contact} field="mobile" />
        <Reach contact={contact} field="phone" />
        <Reach contact={contact} field="email" />
      </p>
      {contact.note && <p className={styles.contactNote}>{contact.note}</p>}
    </li>
  );
}

function useRemove({ id, name }: Contact) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const changed = useCustomersChanged();
  return () =>
    void modal.confirm({
      title: t('customers.contacts.removeTitle', { name }),
      content: t('customers.contacts.removeText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await http.delete(`/api/contacts/${id}`);
          await changed();
        } catch (error) {
          void modal.error({ title: problemText(error) });
        }
      },
    });
}
