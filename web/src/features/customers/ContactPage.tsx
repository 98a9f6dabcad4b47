import { useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Fetched } from '@/shared/records';
import { ContactRecord } from './ContactView';
import { useContact, useCustomer } from './data';
import { ContactDrawer } from './Drawers';
import { Missing } from './Missing';
import type { Contact } from './types';

/** Everything about one contact. */
export default function ContactPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const contact = useContact(id);
  return (
    <Fetched
      query={contact}
      missing={<Missing title={t('customers.contacts.missing')} of={{ list: 'contacts', id }} />}
      rows={8}
    >
      {data => <Page key={id} contact={data} />}
    </Fetched>
  );
}

function Page({ contact }: { contact: Contact }) {
  const [editing, setEditing] = useState(false);
  const customer = useCustomer(contact.customer.id);
  return (
    <>
      <ContactRecord contact={contact} onEdit={customer.data?.can.edit ? () => setEditing(true) : null} />
      <ContactDrawer
        open={editing}
        customer={contact.customer.id}
        record={contact}
        onClose={() => setEditing(false)}
      />
    </>
  );
}
