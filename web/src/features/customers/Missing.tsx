import { useTranslation } from 'react-i18next';
import { Missing as MissingRecord } from '@/shared/records';

export function Missing({ title }: { title?: string }) {
  const { t } = useTranslation();
  return (
    <MissingRecord
      title={title ?? t('customers.missing')}
      back={{ to: '/customers', label: t('shell.page.customers') }}
    />
  );
}
