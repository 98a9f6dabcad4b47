import './texts';
import { Table } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Fields } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import { useInstallation } from './data';
import { size } from '@/shared/i18n/size';
import styles from './backups.module.css';

type Installation = Document<'Installation'>;
type LargeTable = Document<'LargeTable'>;

/** How the system is now. */
export function InstallationView() {
  const { t } = useTranslation();
  const { data, error, refetch } = useInstallation();
  return (
    <section className={styles.part} aria-label={t('backups.system.title')}>
      {error ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Told told={data} />
      ) : (
        <Bars rows={6} />
      )}
    </section>
  );
}

function Told({ told }: { told: Installation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sized = (bytes: number) => size(bytes, format.language);
  const { restoredAt, backupAt } = told;
  return (
    <>
      <Fields
        title={t('backups.system.title')}
        fields={[
          { key: 'version', label: t('backups.system.version'), value: told.version },
          {
            key: 'startedAt',
            label: t('backups.system.startedAt'),
            value: format.exactInstant(told.startedAt),
          },
          {
            key: 'memory',
            label: t('backups.system.memory'),
            value: t('backups.system.memoryOf', {
              used: sized(told.memoryUsed),
              most: sized(told.memoryMost),
            }),
          },
          { key: 'database', label: t('backups.system.database'), value: sized(told.databaseBytes) },
          { key: 'postgres', label: t('backups.system.postgres'), value: told.postgres },
          { key: 'java', label: t('backups.system.java'), value: told.java },
          ...(restoredAt && backupAt
            ? [
                {
                  key: 'restored',
                  label: t('backups.system.restored'),
                  value: t('backups.system.restoredFrom', {
                    when: format.exactInstant(restoredAt),
                    at: format.exactInstant(backupAt),
                  }),
                  wide: true,
                },
              ]
            : []),
        ]}
      />
      <h2 className={styles.head}>{t('backups.system.tables')}</h2>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('backups.system.tables')}>
        <Table<LargeTable>
          size="small"
          rowKey="name"
          pagination={false}
          dataSource={told.tables}
          columns={[
            { title: t('backups.system.table'), render: (_, { name }) => name.replace('.', ' · ') },
            {
              title: t('backups.system.rows'),
              align: 'right',
              className: 'numbers',
              render: (_, { rows }) => format.exactNumber(rows),
            },
            {
              title: t('backups.size'),
              align: 'right',
              className: 'numbers',
              render: (_, { bytes }) => sized(bytes),
            },
          ]}
        />
      </div>
      <h2 className={styles.head}>{t('backups.system.jobs')}</h2>
      {told.jobs.length === 0 && <p className={styles.text}>{t('backups.system.noJobs')}</p>}
      <ul className={styles.jobs}>
        {told.jobs.map(job => (
          <li key={job.id}>
            <Link to={`/jobs?open=${job.id}`}>{job.title}</Link>
            <small className="numbers">
              {job.ownerName} · {format.instant(job.createdAt)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
