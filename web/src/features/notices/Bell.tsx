import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnread } from '@/shared/notices/data';
import { BellOutlined } from '@/shared/ui/icons';
import styles from './bell.module.css';

// The notices load when the bell is first opened.
const NoticeDrawer = lazy(() => import('./NoticeDrawer'));

/** How many notices are unread; opens them beside the page. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const label =
    unread > 0 ? t('notices.bellOf', { number: unread > 99 ? '99+' : unread }) : t('notices.bell');
  return (
    <>
      <Button
        type="text"
        aria-label={label}
        title={label}
        icon={
          <span className={styles.bell}>
            <BellOutlined />
            {unread > 0 && <small className="numbers">{unread > 99 ? '99+' : unread}</small>}
          </span>
        }
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      />
      {opened && (
        <Suspense fallback={null}>
          <NoticeDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
