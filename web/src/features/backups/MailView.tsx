import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './backups.module.css';

type State = Document<'MailState'>;

/** Whether mail goes out, what of it did not, and a test of it. */
export function MailView() {
  const { t } = useTranslation();
  const state = useQuery({
    queryKey: ['mail'],
    queryFn: ({ signal }) => http.get<State>('/api/mail', { signal }),
  });
  return (
    <section className={styles.part} aria-label={t('notices.mail.title')}>
      <h2>{t('notices.mail.title')}</h2>
      <ProblemAlert error={state.error} onRetry={() => void state.refetch()} />
      {!state.data && !state.error && <Bars rows={2} />}
      {state.data && <Shown state={state.data} />}
    </section>
  );
}

function Shown({ state }: { state: State }) {
  const { t } = useTranslation();
  const test = useMutation({
    mutationFn: () => http.post<Document<'MailTested'>>('/api/mail/test'),
  });
  if (!state.server) return <p className={styles.text}>{t('notices.mail.none')}</p>;
  return (
    <>
      {state.silent && <p className={styles.text}>{t('notices.mail.silent')}</p>}
      <dl className={styles.facts}>
        <dt>{t('notices.mail.server')}</dt>
        <dd>{state.server}</dd>
        <dt>{t('notices.mail.from')}</dt>
        <dd>{state.from}</dd>
        <dt>{t('notices.mail.waiting')}</dt>
        <dd className="numbers">{state.waiting}</dd>
      </dl>
      <Button
        loading={test.isPending}
        disabled={state.silent || !state.address}
        onClick={() => test.mutate()}
        style={{ margin: '12px 0' }}
      >
        {t('notices.mail.test')}
      </Button>
      {!state.address && <p className={styles.text}>{t('notices.mail.noAddress')}</p>}
      <ProblemAlert error={test.error} />
      {test.data && (
        <Alert
          type={test.data.sent ? 'success' : 'error'}
          showIcon
          title={
            test.data.sent
              ? t('notices.mail.sent', { to: test.data.to })
              : t('notices.mail.failed', { to: test.data.to, problem: test.data.problem ?? '' })
          }
        />
      )}
      {state.givenUp.length > 0 && <GivenUp all={state.givenUp} />}
    </>
  );
}

function GivenUp({ all }: { all: State['givenUp'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div tabIndex={0} role="group" aria-label={t('notices.mail.givenUp')} style={{ overflowX: 'auto' }}>
      <h3>{t('notices.mail.givenUp')}</h3>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={all}
        columns={[
          { title: t('notices.mail.at'), render: (_, { at }) => format.instant(at) },
          { title: t('notices.mail.to'), dataIndex: 'to' },
          { title: t('notices.mail.attempts'), dataIndex: 'attempts', align: 'right' },
          { title: t('notices.mail.reason'), dataIndex: 'reason' },
        ]}
      />
    </div>
  );
}
