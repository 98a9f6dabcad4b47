import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Blank } from '@/shared/ui';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Blank
      title={t('common.notFound.title')}
      text={t('common.notFound.text')}
      action={<Link to="/">{t('common.notFound.home')}</Link>}
    />
  );
}

/** A page that failed leaves the rest of the client standing. */
export function Crashed() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Blank
      title={t('common.crashed.title')}
      text={
        <>
          {t('common.crashed.text')}
          <br />
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </>
      }
      action={<Button onClick={() => location.reload()}>{t('common.crashed.reload')}</Button>}
    />
  );
}
