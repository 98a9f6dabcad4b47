import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@/shared/ui';
import { MoreOutlined } from '@/shared/ui/icons';
import { kept } from './kept';
import { asSaved } from './standing';
import { useViewActions } from './useViewActions';
import { ViewButton, type ViewBarProps } from './ViewBar';
import styles from '../lists.module.css';

const ViewForm = lazy(() => import('./ViewForm'));
const ArrangeViews = lazy(() => import('./ArrangeViews'));

type Props = ViewBarProps & { tabs: { key: string; label: string; to: string }[] };

/** What can be done with views; on a phone also the way to the others. */
export default function ViewTools({ tabs, ...props }: Props) {
  const { listing, views, now, query, change, board } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'new' | 'change' | 'arrange' | null>(null);
  const actions = useViewActions(props, setOpen);
  const { saved, view } = now;
  const loose = query.filter !== null || query.sort !== null;
  const proposal = saved ? t('lists.saved.copyOf', { name: saved.name }).slice(0, 60) : '';
  return (
    <>
      {phone && (
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: view ? [view.key] : [],
            items: [
              ...tabs.map(({ key, label, to }) => ({ key, label, onClick: () => void navigate(to) })),
              { type: 'divider' as const },
              ...actions.items,
            ],
          }}
        >
          <ViewButton label={view?.label} />
        </Dropdown>
      )}
      <div className={styles.viewTools}>
        {saved && now.differs && (
          <>
            {saved.mayChange && (
              <Button size="small" type="primary" ghost loading={actions.saving} onClick={actions.save}>
                {t('lists.saved.save')}
              </Button>
            )}
            <Button size="small" onClick={() => change({ ...asSaved })}>
              {t('lists.saved.reset')}
            </Button>
          </>
        )}
        {!phone && !saved && loose && (
          <Button size="small" type="text" onClick={() => setOpen('new')}>
            {t('lists.saved.keep')}
          </Button>
        )}
        {!phone && (
          <Dropdown trigger={['click']} menu={{ items: actions.items }} placement="bottomRight">
            <Button
              size="small"
              type="text"
              icon={<MoreOutlined />}
              aria-label={t('lists.saved.actions')}
              title={t('lists.saved.actions')}
            />
          </Dropdown>
        )}
      </div>
      <Suspense fallback={null}>
        {(open === 'new' || open === 'change') && (
          <ViewForm
            listing={listing}
            views={views}
            view={open === 'change' ? saved : null}
            proposal={proposal}
            query={kept(listing, now, board)}
            onClose={() => setOpen(null)}
            onSaved={({ id }) => open === 'new' && change({ view: id, ...asSaved })}
          />
        )}
        {open === 'arrange' && <ArrangeViews listing={listing} views={views} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
