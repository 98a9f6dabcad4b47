import { useTranslation } from 'react-i18next';
import { Missing as MissingRecord } from '@/shared/records';
import type { RecordKey } from '@/shared/records/Masked';

export function Missing({ title, of }: { title?: string; of?: RecordKey }) {
  const { t } = useTranslation();
  return (
    <MissingRecord
      title={title ?? t('customers.missing')}
      back={{ to: '/customers', label: t('shell.page.customers') }}
      of={of}
    />
  );
}
