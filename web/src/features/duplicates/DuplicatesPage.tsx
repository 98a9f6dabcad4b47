import '@/shared/bulk/texts';
import './texts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '@/shared/api';
import { ListPage } from '@/shared/lists';
import { PairView } from './PairView';
import { ScanDialog } from './ScanDialog';

export type Kind = 'customers' | 'contacts';
const lists = { customers: 'duplicates', contacts: 'contactduplicates' } as const;

/** Records that may be there twice, as the last search found them. */
export default function DuplicatesPage({ kind = 'customers' }: { kind?: Kind }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const [scanning, setScanning] = useState(false);
  return (
    <>
      <ListPage
        key={kind}
        list={lists[kind]}
        drawer={({ id, onClose }) => <PairView key={id} kind={kind} id={id} onClose={onClose} />}
        actions={
          <>
            <Segmented<Kind>
              aria-label={t('duplicates.which')}
              value={kind}
              options={[
                { value: 'customers', label: t('duplicates.customers') },
                { value: 'contacts', label: t('duplicates.contacts') },
              ]}
              onChange={next => void navigate(next === 'customers' ? '/duplicates' : '/duplicates/contacts')}
            />
            {can('customers:delete') && (
              <Button type="primary" onClick={() => setScanning(true)}>
                {t('duplicates.scan')}
              </Button>
            )}
          </>
        }
      />
      {scanning && <ScanDialog onClose={() => setScanning(false)} />}
    </>
  );
}
