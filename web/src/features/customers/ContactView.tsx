import { Button, Drawer, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChoices } from '@/shared/forms';
import { Fetched, Fields, RecordHistory } from '@/shared/records';
import { usePhone } from '@/shared/ui';
import { useContact } from './data';
import { Missing } from './Missing';
import type { Contact } from './types';
import styles from './customers.module.css';

type ViewProps = { id: string; onEdit?: ((contact: Contact) => void) | null | undefined };

/** One contact: how to reach them, their part in decisions, and what was changed. */
export function ContactView({ id, onEdit }: ViewProps) {
  const { t } = useTranslation();
  const contact = useContact(id);
  return (
    <Fetched query={contact} missing={<Missing title={t('customers.contacts.missing')} />} narrow>
      {data => <Shown contact={data} onEdit={onEdit} />}
    </Fetched>
  );
}

function Shown({ contact, onEdit }: { contact: Contact } & Pick<ViewProps, 'onEdit'>) {
  const { t } = useTranslation();
  const roles = useChoices('contacts', 'role');
  const text = (key: 'department' | 'wechat' | 'externalId') => ({
    key,
    label: t(`customers.contacts.${key}`),
    value: contact[key],
  });
  return (
    <div className={styles.contactView}>
      <Fields
        title={contact.name}
        edit={onEdit && <Button onClick={() => onEdit(contact)}>{t('common.edit')}</Button>}
        fields={[
          {
            key: 'customer',
            label: t('customers.contacts.customer'),
            value: contact.customer,
            kind: 'RECORD',
            list: 'customers',
            wide: true,
          },
          {
            key: 'role',
            label: t('customers.contacts.role'),
            value: contact.role,
            kind: 'CHOICE',
            options: roles,
          },
          {
            key: 'main',
            label: t('customers.contacts.main'),
            render: contact.main ? <Tag>{t('common.yes')}</Tag> : t('common.no'),
          },
          { key: 'title', label: t('customers.contacts.jobTitle'), value: contact.title },
          text('department'),
          { key: 'mobile', label: t('customers.contacts.mobile'), value: contact.mobile, kind: 'PHONE' },
          { key: 'phone', label: t('customers.contacts.phone'), value: contact.phone, kind: 'PHONE' },
          { key: 'email', label: t('customers.contacts.email'), value: contact.email, kind: 'EMAIL' },
          text('wechat'),
          {
            key: 'birthday',
            label: t('customers.contacts.birthday'),
            value: contact.birthday,
            kind: 'DATE',
          },
          ...(contact.externalId ? [text('externalId')] : []),
          { key: 'note', label: t('customers.contacts.note'), value: contact.note, kind: 'LONG_TEXT' },
          { key: 'createdAt', label: t('customers.createdAt'), value: contact.createdAt, kind: 'INSTANT' },
          { key: 'updatedAt', label: t('customers.updatedAt'), value: contact.updatedAt, kind: 'INSTANT' },
        ]}
      />
      <section aria-label={t('customers.contacts.changes')}>
        <h2>{t('customers.contacts.changes')}</h2>
        <RecordHistory list="contacts" id={contact.id} />
      </section>
    </div>
  );
}

/** The contact beside the customer it belongs to. */
export function ContactViewDrawer({
  id,
  onClose,
  onEdit,
}: Omit<ViewProps, 'id'> & { id: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <Drawer
      open={id !== null}
      title={t('customers.contacts.one')}
      size={phone ? '100%' : 520}
      onClose={onClose}
      mask={{ blur: false }}
      destroyOnHidden
    >
      {id && <ContactView key={id} id={id} onEdit={onEdit} />}
    </Drawer>
  );
}
