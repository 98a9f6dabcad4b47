import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Blank } from '@/shared/ui';

/** Not there, or not for this person: the server does not tell the two apart. */
export function Missing({ title, back }: { title: string; back: { to: string; label: string } }) {
  const { t } = useTranslation();
  return (
    <Blank
      title={title}
      text={t('records.missing')}
      action={<Link to={back.to}>{t('records.backTo', { label: back.label })}</Link>}
    />
  );
}
