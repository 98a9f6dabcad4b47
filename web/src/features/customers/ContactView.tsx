import { Button, Drawer, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { CustomDetails } from '@/shared/customfields/CustomDetails';
import { FollowUpDrawer, RecordTimeline } from '@/shared/followups';
import { useChoices } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { recordPath } from '@/shared/lists';
import { Fetched, Fields, RecordPage, type Fact } from '@/shared/records';
import { Bars, usePhone } from '@/shared/ui';
import { useContact } from './data';
import { Missing } from './Missing';
import type { Contact } from './types';

const Consents = lazy(() => import('./Consents'));
const PrivacyTools = lazy(() => import('@/shared/privacy/ContactTools'));

type ViewProps = { id: string; onEdit?: ((contact: Contact) => void) | null | undefined };

/** One contact, laid out for a drawer. */
export function ContactView({ id, onEdit }: ViewProps) {
  const { t } = useTranslation();
  const contact = useContact(id);
  return (
    <Fetched query={contact} missing={<Missing title={t('customers.contacts.missing')} />} narrow>
      {data => <ContactRecord contact={data} onEdit={onEdit} narrow />}
    </Fetched>
  );
}

type RecordProps = { contact: Contact; narrow?: boolean } & Pick<ViewProps, 'onEdit'>;

/** How to reach a contact, their part in decisions, and what was done with them and is to be done. */
export function ContactRecord({ contact, narrow = false, onEdit }: RecordProps) {
  const { t } = useTranslation();
  const can = useCan();
  const [writing, setWriting] = useState(false);
  const { id, name, customer } = contact;
  const about = { customer, contact: { id, name } };
  return (
    <>
      <RecordPage
        of={{ list: 'contacts', id }}
        title={name}
        narrow={narrow}
        back={{ to: '/contacts', label: t('shell.page.contacts') }}
        status={contact.main && <Tag>{t('customers.contacts.main')}</Tag>}
        facts={useFacts(contact)}
        actions={
          <>
            {!narrow && can('activities:create') && (
              <Button type="primary" onClick={() => setWriting(true)}>
                {t('customers.followUp')}
              </Button>
            )}
            {onEdit && <Button onClick={() => onEdit(contact)}>{t('common.edit')}</Button>}
          </>
        }
        timeline={<RecordTimeline list="contacts" id={id} about={about} />}
      >
        <Details contact={contact} />
        <CustomDetails type="contacts" values={contact.custom} />
        <Suspense fallback={<Bars rows={3} />}>
          <Consents contact={id} />
          {!narrow && (can('privacy:export') || can('privacy:erase')) && (
            <PrivacyTools contact={id} name={name} />
          )}
        </Suspense>
      </RecordPage>
      <FollowUpDrawer open={writing} about={about} onClose={() => setWriting(false)} />
    </>
  );
}

/** Whose contact it is, and when it was last spoken to. */
function useFacts({ customer, lastFollowedAt }: Contact): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'customer',
      label: t('customers.contacts.customer'),
      value: <Link to={recordPath('customers', customer.id) ?? '/'}>{customer.name}</Link>,
    },
    {
      key: 'followed',
      label: t('customers.lastFollowedAt'),
      value: lastFollowedAt ? (
        <time dateTime={lastFollowedAt} title={format.exactInstant(lastFollowedAt)}>
          {format.instant(lastFollowedAt)}
        </time>
      ) : (
        t('customers.neverFollowed')
      ),
    },
  ];
}

function Details({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const roles = useChoices('contacts', 'role');
  const text = (key: 'department' | 'wechat' | 'externalId') => ({
    key,
    label: t(`customers.contacts.${key}`),
    value: contact[key],
  });
  return (
    <Fields
      fields={[
        {
          key: 'role',
          label: t('customers.contacts.role'),
          value: contact.role,
          kind: 'CHOICE',
          options: roles,
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
