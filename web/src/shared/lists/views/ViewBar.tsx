import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Listing, ListViews } from '@/shared/api';
import { usePhone } from '@/shared/ui';
import { DownOutlined, TeamOutlined } from '@/shared/ui/icons';
import type { BoardProps } from '../board';
import type { ChangeQuery, ListQuery } from '../query';
import { isShared, labelsOf, tabsOf } from './labels';
import { toView, type Standing } from './standing';
import styles from '../lists.module.css';

const ViewTools = lazy(() => import('./ViewTools'));

export type ViewBarProps = {
  listing: Listing;
  views: ListViews;
  now: Standing;
  query: ListQuery;
  href: (patch: Partial<ListQuery>) => string;
  change: ChangeQuery;
  /** The board, while it is shown. */
  board: BoardProps | null;
};

/** The views of a list, and what can be done with the one that is shown. */
export function ViewBar(props: ViewBarProps) {
  const { listing, views, now, href } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const current = now.view?.key;
  const labels = labelsOf(listing, views);
  const tabs = tabsOf(listing, views)
    .filter(({ key, hidden }) => !hidden || key === current)
    .map(({ key }) => ({
      key,
      label: labels.get(key) ?? key,
      to: href({ ...toView(key, now), open: null }),
    }));
  const shared = new Set(views.views.filter(isShared).map(({ id }) => id));
  return (
    <div className={styles.viewBar}>
      {!phone && (
        <nav className={styles.views} aria-label={t('lists.views')}>
          {tabs.map(({ key, label, to }) => (
            <Link
              key={key}
              to={to}
              aria-current={key === current ? 'true' : undefined}
              className={styles.view}
              title={shared.has(key) ? t('lists.saved.shared') : undefined}
            >
              {label}
              {shared.has(key) && <TeamOutlined className={styles.viewMark} />}
            </Link>
          ))}
        </nav>
      )}
      <Suspense fallback={phone && <ViewButton label={now.view?.label} disabled />}>
        <ViewTools {...props} tabs={tabs} />
      </Suspense>
    </div>
  );
}

/** On a phone, the view that is shown; it opens the others. */
export function ViewButton({ label, ...button }: { label: string | undefined; disabled?: boolean }) {
  const { t } = useTranslation();
  return (
    <Button {...button} type="text" className={styles.viewButton} aria-label={t('lists.views')}>
      {label ?? t('lists.views')} <DownOutlined />
    </Button>
  );
}
