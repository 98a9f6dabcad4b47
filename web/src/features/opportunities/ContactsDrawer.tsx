import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, useChoices, useStale } from '@/shared/forms';
import { nameOf, rememberName } from '@/shared/lists/names';
import { ContactRoles } from './ContactRoles';
import type { Opportunity } from './types';

type Props = { record: Opportunity; onClose: () => void; onSaved: () => void };
type Values = Pick<Document<'SetContacts'>, 'contacts'>;
type Chosen = Values['contacts'][number];

const chosenOf = ({ contacts }: Pick<Opportunity, 'contacts'>): Chosen[] =>
  contacts.map(({ id, name, role }) => {
    rememberName({ id, name });
    return { contact: id, role };
  });

/** Chooses who of the customer takes part in the decision. */
export function ContactsDrawer({ record: given, onClose, onSaved }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [record] = useState(given);
  const { t } = useTranslation();
  const roles = useChoices('contacts', 'role');
  const { id, customer, contacts } = record;
  const send = (values: Values, version: number) =>
    http.put(`/api/opportunities/${id}/contacts`, {
      version,
      contacts: values.contacts ?? [],
    } satisfies Document<'SetContacts'>);
  const names = (chosen: unknown) =>
    ((chosen ?? []) as Chosen[])
      .map(({ contact, role }) => {
        const label = roles.find(({ value }) => value === role)?.label ?? role;
        return `${nameOf(contact) ?? contact} (${label})`;
      })
      .join(t('common.separator')) || null;
  const stale = useStale<Values>({
    fields: [{ key: 'contacts', label: t('opportunities.contacts.title'), render: names }],
    shown: current => ({ contacts: chosenOf(current as unknown as Opportunity) }),
    again: send,
    onDone: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <>
      <FormDrawer<Values>
        open
        title={t('opportunities.contacts.title')}
        onClose={onClose}
        initial={{ contacts: chosenOf(record) }}
        save={values => send(values, record.version)}
        onSaved={onSaved}
        editing={{ list: 'opportunities', id }}
        onStale={stale.onStale}
      >
        <ContactRoles path={['contacts']} customer={customer?.id ?? null} known={contacts} />
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
