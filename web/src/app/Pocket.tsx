import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import {
  CheckSquareOutlined,
  HomeOutlined,
  PlusOutlined,
  SearchOutlined,
  UserOutlined,
} from '@/shared/ui/icons';
import { useNavigation } from './navigation';
import { Finder } from './palette/Finder';
import { QuickCreate } from './QuickCreate';
import styles from './app.module.css';

/** What a thumb reaches on a phone: today, search, a new record, what is to do, and oneself. */
export default function Pocket() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { pages, creatable } = useNavigation();
  const [jumping, setJumping] = useState(false);
  const here = (path: string) => (pathname === path ? 'page' : undefined);
  return (
    <nav className={styles.pocket} aria-label={t('shell.bottomNavigation')}>
      <Link to="/" aria-current={here('/')}>
        <HomeOutlined />
        <span>{t('shell.page.home')}</span>
      </Link>
      <button type="button" onClick={() => setJumping(true)}>
        <SearchOutlined />
        <span>{t('shell.pocket.search')}</span>
      </button>
      {creatable.length > 0 && (
        <QuickCreate placement="top">
          <button type="button">
            <PlusOutlined />
            <span>{t('shell.pocket.create')}</span>
          </button>
        </QuickCreate>
      )}
      {pages.some(({ key }) => key === 'tasks') && (
        <Link to="/tasks" aria-current={here('/tasks')}>
          <CheckSquareOutlined />
          <span>{t('shell.page.tasks')}</span>
        </Link>
      )}
      <Link to="/me" aria-current={here('/me')}>
        <UserOutlined />
        <span>{t('shell.pocket.me')}</span>
      </Link>
      <Finder open={jumping} onClose={() => setJumping(false)} />
    </nav>
  );
}
