import { PlusOutlined, SearchOutlined, UserOutlined } from '@/shared/ui/icons';
import { App, Button, Dropdown } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Bell } from '@/features/notices/Bell';
import { useMe } from '@/shared/api';
import { useChangeLanguage } from '@/shared/api/language';
import { isTyping, useKeys, usePhone, useProblemText } from '@/shared/ui';
import { withModifier } from './keyNames';
import { Finder } from './palette/Finder';
import { QuickCreate } from './QuickCreate';
import { useSignOut } from './useSignOut';
import styles from './app.module.css';

const Keys = lazy(() => import('./Keys'));

export function TopBar({ start }: { start: ReactNode }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [jumping, setJumping] = useState(false);
  const [helping, setHelping] = useState(false);
  const language = useChangeLanguage();
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const switchLanguage = () =>
    language.mutate(undefined, { onError: error => void modal.error({ title: problemText(error) }) });
  useKeys(event => {
    if (event.key === '?' && !isTyping(event.target)) setHelping(true);
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setJumping(true);
  });
  return (
    <header className={styles.bar} aria-label={t('shell.header')}>
      {start}
      <button type="button" className={styles.jump} onClick={() => setJumping(true)}>
        <SearchOutlined />
        <span>{t('shell.jump.open')}</span>
        {!phone && <kbd>{withModifier('K')}</kbd>}
      </button>
      <span className={styles.grow} />
      {!phone && (
        <QuickCreate>
          <Button
            type="text"
            icon={<PlusOutlined />}
            aria-label={t('shell.create')}
            title={t('shell.create')}
          />
        </QuickCreate>
      )}
      <Bell />
      <Button
        type="text"
        aria-label={t('shell.languageLabel')}
        loading={language.isPending}
        onClick={switchLanguage}
      >
        {t('shell.language')}
      </Button>
      <UserMenu onKeys={phone ? null : () => setHelping(true)} />
      <Finder open={jumping} onClose={() => setJumping(false)} onKeys={() => setHelping(true)} />
      {helping && (
        <Suspense fallback={null}>
          <Keys onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </header>
  );
}

function UserMenu({ onKeys }: { onKeys: (() => void) | null }) {
  const { t } = useTranslation();
  const me = useMe();
  const phone = usePhone();
  const signOut = useSignOut();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'me', label: <Link to="/me">{t('shell.profile')}</Link> },
          { key: 'jobs', label: <Link to="/jobs">{t('shell.ownJobs')}</Link> },
          ...(onKeys ? [{ key: 'keys', label: t('shell.keys.title'), onClick: onKeys }] : []),
          { type: 'divider' },
          { key: 'out', label: t('shell.signOut'), onClick: signOut.here },
          { key: 'everywhere', label: t('shell.signOutEverywhere'), onClick: signOut.everywhere },
        ],
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        {...(phone && { 'aria-label': t('shell.account') })}
        title={t('shell.account')}
      >
        {phone ? null : me?.name}
      </Button>
    </Dropdown>
  );
}
