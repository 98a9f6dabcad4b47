import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Blank } from '@/shared/ui';

/** Not there, or not for this person: the server does not tell the two apart. */
export function Missing({ title }: { title?: string }) {
  const { t } = useTranslation();
  return (
    <Blank
      title={title ?? t('customers.missing.title')}
      text={t('customers.missing.text')}
      action={<Link to="/customers">{t('customers.missing.back')}</Link>}
    />
  );
}
