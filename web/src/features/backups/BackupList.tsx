import './texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { JobProgress, ProblemAlert } from '@/shared/ui';
import { DeleteOutlined, DownloadOutlined } from '@/shared/ui/icons';
import { backupsKey, installationKey, type KeptBackup } from './data';
import { size } from '@/shared/i18n/size';
import styles from './backups.module.css';

const pathOf = (name: string) => `/api/backups/files/${encodeURIComponent(name)}`;

/** The backups in the server's folder, and making one now. */
export function BackupList({ backups, folder }: { backups: KeptBackup[]; folder: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const make = useMutation({ mutationFn: () => http.post<Document<'BackupStarted'>>('/api/backups') });
  const fresh = () => {
    void client.invalidateQueries({ queryKey: backupsKey });
    void client.invalidateQueries({ queryKey: installationKey });
  };
  const number = (value: number | null) => (value === null ? t('common.dash') : format.exactNumber(value));
  return (
    <section aria-label={t('backups.make')}>
      <ProblemAlert error={make.error} style={{ marginBottom: 16 }} />
      <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
        {t('backups.make')}
      </Button>
      {make.data && (
        <div className={styles.job}>
          <JobProgress key={make.data.job} id={make.data.job} cancellable onDone={fresh} />
        </div>
      )}
      {backups.length === 0 ? (
        <p className={styles.text}>{t('backups.none')}</p>
      ) : (
        <Table<KeptBackup>
          className={styles.table ?? ''}
          size="small"
          rowKey="name"
          pagination={backups.length > 20 && { pageSize: 20, showSizeChanger: false }}
          scroll={{ x: 'max-content' }}
          dataSource={backups}
          columns={[
            {
              title: t('backups.at'),
              render: (_, { at }) => (at ? format.exactInstant(at) : t('backups.unreadable')),
            },
            { title: t('backups.name'), dataIndex: 'name' },
            {
              title: t('backups.why'),
              render: (_, { why }) => (why ? t(`backups.reason.${why}`) : t('common.dash')),
            },
            {
              title: t('backups.rows'),
              align: 'right',
              className: 'numbers',
              render: (_, { rows }) => number(rows),
            },
            {
              title: t('backups.size'),
              align: 'right',
              className: 'numbers',
              render: (_, { bytes }) => size(bytes, format.language),
            },
            { title: t('backups.version'), render: (_, { version }) => version ?? t('common.dash') },
            {
              key: 'actions',
              align: 'right',
              render: (_, { name }) => <Actions name={name} onDone={fresh} />,
            },
          ]}
        />
      )}
      <p className={styles.text}>
        {t('backups.folder')} <code className={styles.path}>{folder}</code>
      </p>
    </section>
  );
}

function Actions({ name, onDone }: { name: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const remove = useMutation({ mutationFn: () => http.delete(pathOf(name)), onSettled: onDone });
  return (
    <Space>
      {/* The browser writes it to disk as it comes: a backup may be larger than its memory. */}
      <Button size="small" icon={<DownloadOutlined />} href={pathOf(name)} download={name}>
        {t('backups.download')}
      </Button>
      <Button
        size="small"
        danger
        icon={<DeleteOutlined />}
        aria-label={`${t('backups.remove')} ${name}`}
        onClick={() =>
          void modal.confirm({
            title: t('backups.removeTitle', { name }),
            content: t('backups.removeText'),
            okText: t('backups.remove'),
            okButtonProps: { danger: true },
            focusable: { autoFocusButton: 'cancel' },
            onOk: () => remove.mutateAsync().catch(() => undefined),
          })
        }
      />
    </Space>
  );
}
