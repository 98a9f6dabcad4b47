import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@/shared/ui/icons';
import { Button, Drawer } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { useOnline } from '@/shared/outbox';
import { Bars, Seal, usePhone } from '@/shared/ui';
import { useArrival } from './arrival';
import { groups, isAt, useNavigation } from './navigation';
import { TopBar } from './TopBar';
import styles from './app.module.css';

const Pocket = lazy(() => import('./Pocket'));

const collapsedKey = 'zhanggui.sidebar';
const storedCollapsed = () => {
  try {
    return localStorage.getItem(collapsedKey) === 'collapsed';
  } catch {
    return false;
  }
};

function Brand({ short }: { short: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <Link to="/" className={styles.brand} aria-label={short ? t('common.product') : undefined}>
      <Seal size={28} quiet />
      {!short && (
        <span>
          {i18n.t('common.product', { lng: 'zh-CN' })}{' '}
          <small>{i18n.t('common.product', { lng: 'en' })}</small>
        </span>
      )}
    </Link>
  );
}

function Menu({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { pages } = useNavigation();
  return (
    <nav className={styles.menu} aria-label={t('shell.navigation')}>
      {groups.map(group => {
        const inside = pages.filter(page => page.group === group);
        if (inside.length === 0) return null;
        return (
          <div key={group} className={styles.menuGroup}>
            {group !== 'today' && <p className={styles.menuHead}>{short ? '' : t(`shell.group.${group}`)}</p>}
            <ul>
              {inside.map(page => (
                <li key={page.key}>
                  <Link
                    to={page.path}
                    className={styles.menuItem}
                    aria-current={isAt(page, pathname) ? 'page' : undefined}
                    aria-label={short ? t(`shell.page.${page.key}`) : undefined}
                    title={short ? t(`shell.page.${page.key}`) : undefined}
                  >
                    {page.icon}
                    {!short && <span>{t(`shell.page.${page.key}`)}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

/** The frame around every page once signed in. */
export function Shell() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { pathname, key } = useLocation();
  const session = useSession().data;
  const online = useOnline();
  const { reachable } = useNavigation();
  const [collapsed, setCollapsed] = useState(storedCollapsed);
  const [drawer, setDrawer] = useState({ open: false, at: '' });
  const here = reachable.find(page => isAt(page, pathname));
  const pageName = here && t(`shell.page.${here.key}`);
  const product = t('common.product');

  const main = useRef<HTMLElement>(null);
  useArrival(main, pathname, pageName ?? '', product);

  const collapse = () => {
    setCollapsed(!collapsed);
    try {
      localStorage.setItem(collapsedKey, collapsed ? 'open' : 'collapsed');
    } catch {
      // The choice then lasts as long as the page.
    }
  };

  return (
    <div className={styles.shell} data-collapsed={collapsed}>
      <a href="#main" className={styles.skip}>
        {t('shell.skip')}
      </a>
      {!phone && (
        <aside className={styles.side} aria-label={t('shell.menu')}>
          <Brand short={collapsed} />
          <Menu short={collapsed} />
          <Button
            type="text"
            className={styles.collapse ?? ''}
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={collapsed ? t('shell.expand') : t('shell.collapse')}
            aria-expanded={!collapsed}
            onClick={collapse}
          />
        </aside>
      )}
      <div className={styles.stage}>
        <TopBar
          start={
            phone && (
              <Button
                type="text"
                icon={<MenuOutlined />}
                aria-label={t('shell.menu')}
                onClick={() => setDrawer({ open: true, at: key })}
              />
            )
          }
        />
        {session?.company?.trialCopy && (
          <aside className={styles.trial} aria-label={t('shell.trialCopyLabel')}>
            <strong>{t('shell.trialCopyLabel')}</strong> {t('shell.trialCopy')}
          </aside>
        )}
        {!online && (
          <aside className={styles.demo} aria-label={t('outbox.offline.label')} role="status">
            {t('outbox.offline.banner')}
          </aside>
        )}
        {session?.demo && (
          <aside className={styles.demo} aria-label={t('shell.demoLabel')}>
            {t('shell.demo')}
          </aside>
        )}
        <main id="main" ref={main} className={styles.main} tabIndex={-1}>
          <Suspense fallback={<Bars rows={10} />}>
            <Outlet />
          </Suspense>
        </main>
        {phone && (
          <Suspense fallback={null}>
            <Pocket />
          </Suspense>
        )}
      </div>
      {phone && (
        <Drawer
          placement="left"
          size={264}
          open={drawer.open && drawer.at === key}
          onClose={() => setDrawer({ open: false, at: '' })}
          title={<Brand short={false} />}
          styles={{ body: { padding: 0 } }}
        >
          <Menu short={false} />
        </Drawer>
      )}
    </div>
  );
}
