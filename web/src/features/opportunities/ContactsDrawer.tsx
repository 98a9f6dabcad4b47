import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { ContactRoles } from './ContactRoles';
import type { Opportunity } from './types';

type Props = { open: boolean; record: Opportunity; onClose: () => void; onSaved: () => void };
type Values = Pick<Document<'SetContacts'>, 'contacts'>;

/** Chooses who of the customer takes part in the decision. */
export function ContactsDrawer({ open, record, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const { id, version, customer, contacts } = record;
  return (
    <FormDrawer<Values>
      open={open}
      title={t('opportunities.contacts.title')}
      onClose={onClose}
      initial={{ contacts: contacts.map(one => ({ contact: one.id, role: one.role })) }}
      save={values =>
        http.put(`/api/opportunities/${id}/contacts`, {
          version,
          contacts: values.contacts ?? [],
        } satisfies Document<'SetContacts'>)
      }
      onSaved={onSaved}
    >
      <ContactRoles path={['contacts']} customer={customer?.id ?? null} known={contacts} />
    </FormDrawer>
  );
}
