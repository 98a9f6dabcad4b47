import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, useCan } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { ListPage, type Selection } from '@/shared/lists';
import { AssignDialog } from '@/shared/team';
import { assignCustomers } from './assign';
import { useCustomersChanged } from './data';
import { CustomerDrawer } from './Drawers';
import { bodyOf, valuesOf, type CustomerValues } from './fields';
import type { Customer } from './types';

/** The customers one may see. */
export default function CustomersPage() {
  const can = useCan();
  const navigate = useNavigate();
  const opened = (customer: Customer) => void navigate(`/customers/${customer.id}`);
  return (
    <ListPage
      list="customers"
      create={form => <CustomerDrawer {...form} onSaved={opened} />}
      {...(can('customers:assign') && { bulk: selection => <Assign selection={selection} /> })}
      kanban={{
        by: 'status',
        card: { title: 'name', fields: ['level', 'owner', 'city', 'lastFollowedAt'] },
        ...(can('customers:edit') && { onMove: setStatus }),
      }}
    />
  );
}

/** A change of status, to one of the board's columns, on top of whatever the customer says now. */
async function setStatus(id: string, _: string | null, to: string | null) {
  const status = to as CustomerValues['status'];
  const customer = await http.get<Customer>(`/api/customers/${id}`);
  const { version } = customer;
  const body = bodyOf({ ...valuesOf(customer), status });
  await http.put(`/api/customers/${id}`, { ...body, custom: null, version });
}

function Assign({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useCustomersChanged();
  // The selection goes when the list is asked again; what was to be handed over stays until the report is closed.
  const [asked, setAsked] = useState<Selection | null>(null);
  return (
    <>
      <Button size="small" onClick={() => setAsked(selection)}>
        {t('team.assign')}
      </Button>
      <AssignDialog
        open={asked !== null}
        what={t('customers.bulkWhat', {
          count: asked?.count ?? 0,
          number: format.exactNumber(asked?.count ?? 0),
        })}
        assign={owner => assignCustomers(asked!, owner)}
        onDone={() => void changed()}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
