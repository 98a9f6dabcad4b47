import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import { browserName } from './browser';
import styles from './session.module.css';

type OwnSession = Document<'OwnSession'>;
const path = '/api/me/sessions';
const sessionsKey = ['me', 'sessions'];

/** Where one is signed in, and ending what one does not know. */
export function OwnSessions() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => http.get<OwnSession[]>(path, { signal }),
  });
  const end = useMutation({
    mutationFn: (which: string) => http.delete(`${path}/${which}`),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  return (
    <section>
      <h2>{t('session.sessions.title')}</h2>
      <p className={styles.hint}>{t('session.sessions.hint')}</p>
      <ProblemAlert error={sessions.error ?? end.error} onRetry={() => void sessions.refetch()} />
      {sessions.isPending && <Bars rows={2} />}
      {sessions.data && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('session.sessions.title')}>
          <Table<OwnSession>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={sessions.data}
            columns={[
              {
                title: t('session.sessions.browser'),
                render: (_, { browser, current }) => (
                  <span title={browser ?? undefined}>
                    {browserName(browser) ?? t('session.sessions.unknown')}
                    {current && <small className={styles.here}>{t('session.sessions.here')}</small>}
                  </span>
                ),
              },
              {
                title: t('session.sessions.address'),
                render: (_, { address }) => address ?? t('common.dash'),
              },
              { title: t('session.sessions.begunAt'), render: (_, one) => format.instant(one.begunAt) },
              { title: t('session.sessions.usedAt'), render: (_, one) => format.instant(one.usedAt) },
              {
                key: 'end',
                align: 'right',
                render: (_, { id, current }) =>
                  !current && (
                    <Button size="small" disabled={end.isPending} onClick={() => end.mutate(id)}>
                      {t('session.sessions.end')}
                    </Button>
                  ),
              },
            ]}
          />
        </div>
      )}
      {others.length > 0 && (
        <Button
          danger
          style={{ marginTop: 12 }}
          onClick={() =>
            void modal.confirm({
              title: t('session.sessions.endOthers'),
              content: t('session.sessions.endOthersText'),
              okText: t('session.sessions.endOthers'),
              okButtonProps: { danger: true },
              focusable: { autoFocusButton: 'cancel' },
              onOk: () => end.mutateAsync('others').catch(() => undefined),
            })
          }
        >
          {t('session.sessions.endOthers')}
        </Button>
      )}
    </section>
  );
}
