import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { noticePath, useNotices, useRead, useReadAll, type Notice } from './data';
import styles from './notices.module.css';

/** One's notices: unread or all, each leading to its record. */
export function NoticeList({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation();
  const [unread, setUnread] = useState(true);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useNotices(unread);
  const readAll = useReadAll();
  const notices = data?.pages.flatMap(page => page.notices) ?? [];
  const newest = notices[0];
  return (
    <div className={styles.notices}>
      <div className={styles.tools}>
        <Segmented
          aria-label={t('notices.which')}
          value={unread ? 'unread' : 'all'}
          onChange={value => setUnread(value === 'unread')}
          options={[
            { value: 'unread', label: t('notices.unread') },
            { value: 'all', label: t('notices.all') },
          ]}
        />
        <Button
          disabled={!newest || notices.every(({ read }) => read)}
          loading={readAll.isPending}
          onClick={() => newest && readAll.mutate(newest.id)}
        >
          {t('notices.readAll')}
        </Button>
      </div>
      <ProblemAlert error={error ?? readAll.error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={6} />}
      {data && notices.length === 0 && <Blank title={t(unread ? 'notices.noneUnread' : 'notices.none')} />}
      {notices.length > 0 && (
        <ul className={styles.list} aria-label={t('notices.title')}>
          {notices.map(notice => (
            <Line key={notice.id} notice={notice} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button
          className={styles.more ?? ''}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('notices.more')}
        </Button>
      )}
    </div>
  );
}

function Line({ notice, onOpen }: { notice: Notice; onOpen: (() => void) | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useRead();
  const path = noticePath(notice);
  const open = () => {
    if (!notice.read) read.mutate({ id: notice.id, read: true });
    onOpen?.();
  };
  return (
    <li className={styles.line} data-read={notice.read}>
      <div>
        {path ? (
          <Link to={path} onClick={open}>
            {notice.text}
          </Link>
        ) : (
          <span>{notice.text}</span>
        )}
        <small>
          {!notice.read && <b>{t('notices.isUnread')}</b>} {notice.label} · {format.instant(notice.at)}
        </small>
      </div>
      <Button
        type="text"
        size="small"
        aria-label={t(notice.read ? 'notices.keepUnreadOf' : 'notices.readOf', { text: notice.text })}
        onClick={() => read.mutate({ id: notice.id, read: !notice.read })}
      >
        {t(notice.read ? 'notices.keepUnread' : 'notices.read')}
      </Button>
    </li>
  );
}
