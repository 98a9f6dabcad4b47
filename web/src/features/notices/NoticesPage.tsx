import { useEffect } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { NoticeList } from '@/shared/notices';
import { noticePath, useNotice, useRead } from '@/shared/notices/data';
import { Bars } from '@/shared/ui';
import styles from './page.module.css';

/** One's notices as a page. A letter leads here with the one it is about, and so to its record. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const opening = useOpening(params.get('open'));
  if (opening) return <Bars rows={6} />;
  return (
    <article className={styles.page} aria-labelledby="notices">
      <header className={styles.head}>
        <h1 id="notices">{t('notices.title')}</h1>
        <Link to="/me">{t('notices.preferences.open')}</Link>
      </header>
      <NoticeList />
    </article>
  );
}

/** Whether the page is on its way to the record of a notice, which is read by that. */
function useOpening(id: string | null) {
  const navigate = useNavigate();
  const { data, error } = useNotice(id);
  const { mutate } = useRead();
  useEffect(() => {
    if (!data) return;
    if (!data.read) mutate({ id: data.id, read: true });
    void navigate(noticePath(data) ?? '/notices', { replace: true });
  }, [data, mutate, navigate]);
  return id !== null && !error;
}
