import './texts';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Bars, ProblemAlert } from '@/shared/ui';
import { BackupList } from './BackupList';
import { useBackups } from './data';
import { InstallationView } from './InstallationView';
import { MailView } from './MailView';
import { ScheduleForm } from './ScheduleForm';
import { SlowRequests } from './SlowRequests';
import styles from './backups.module.css';

const restore = './zhanggui restore zhanggui-20261130-020000.tar';
const neutralize = './zhanggui neutralize';

/** For administrators: the backups there are, when they are made, and how the system is. */
export default function SystemPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useBackups();
  return (
    <article className={styles.page} aria-labelledby="system">
      <h1 id="system">{t('shell.page.system')}</h1>
      <p className={styles.text}>{t('backups.text')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={6} />}
      {data && (
        <>
          <BackupList backups={data.backups} folder={data.folder} />
          <ScheduleForm key={data.schedule.version} stored={data.schedule} />
        </>
      )}
      <Restoring />
      <MailView />
      <InstallationView />
      <SlowRequests />
    </article>
  );
}

function Restoring() {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-label={t('backups.restore.title')}>
      <h2>{t('backups.restore.title')}</h2>
      <p className={styles.text}>{t('backups.restore.text')}</p>
      <Typography.Text code copyable>
        {restore}
      </Typography.Text>
      <p className={styles.text}>{t('backups.restore.trial')}</p>
      <Typography.Text code copyable>
        {neutralize}
      </Typography.Text>
      <p className={styles.text}>{t('backups.restore.key')}</p>
    </section>
  );
}
