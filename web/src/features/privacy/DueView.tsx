import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, type Filter } from '@/shared/api';
import { plain, recordPath, useRows } from '@/shared/lists';
import { Fields } from '@/shared/records';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { HoldDrawer } from '@/shared/privacy/HoldDrawer';

/** One contact that is due: when it was last heard of, and what may be done about it. */
export function DueView({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const [keeping, setKeeping] = useState(false);
  const which: Filter = { column: 'contact', operator: 'IS', values: [id] };
  const rows = useRows('due-contacts', {
    filter: which,
    columns: ['contact', 'customer', 'lastSignAt', 'owner'],
    size: 1,
  });
  if (rows.error) return <ProblemAlert error={rows.error} onRetry={() => void rows.refetch()} />;
  if (!rows.data) return <Bars rows={4} />;
  const row = rows.data.rows[0];
  if (!row) return <Blank title={t('privacy.noneDue')} />;
  const { contact, customer, lastSignAt, owner } = row.cells;
  const name = plain(contact);
  return (
    <>
      <Fields
        fields={[
          {
            key: 'contact',
            label: t('privacy.back'),
            render: <Link to={recordPath('contacts', id) ?? '/'}>{name}</Link>,
          },
          { key: 'customer', label: t('customers.contacts.customer'), value: plain(customer) },
          { key: 'lastSignAt', label: t('customers.lastFollowedAt'), value: lastSignAt, kind: 'INSTANT' },
          { key: 'owner', label: t('customers.owner'), value: owner, kind: 'PERSON' },
        ]}
      />
      {can('privacy:erase') && (
        <Space style={{ marginTop: 16 }} wrap>
          <Link to={`/contacts/${id}/erasure`}>
            <Button danger tabIndex={-1}>
              {t('privacy.erase')}
            </Button>
          </Link>
          <Button onClick={() => setKeeping(true)}>{t('privacy.keep')}</Button>
        </Space>
      )}
      {keeping && (
        <HoldDrawer
          contact={id}
          name={name}
          hold={null}
          onClose={() => {
            setKeeping(false);
            onClose();
          }}
        />
      )}
    </>
  );
}
