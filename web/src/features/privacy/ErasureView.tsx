import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, useCan } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { recordPath } from '@/shared/lists';
import { Fetched, Fields, Missing } from '@/shared/records';
import { JobProgress, ProblemAlert } from '@/shared/ui';
import { useErasure, usePrivacyChanged, type Erasure } from '@/shared/privacy/data';
import styles from '@/shared/privacy/privacy.module.css';

/** One erasure: why, by whom, what came of it, and what is left to be done by hand. */
export function ErasureView({ id }: { id: string }) {
  const { t } = useTranslation();
  const erasure = useErasure(id);
  const missing = (
    <Missing title={t('privacy.missing')} back={{ to: '/erasures', label: t('privacy.title') }} />
  );
  return (
    <Fetched query={erasure} missing={missing} narrow>
      {data => <Shown erasure={data} />}
    </Fetched>
  );
}

function Shown({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const changed = usePrivacyChanged();
  const resume = useMutation({
    mutationFn: () => http.post(`/api/erasures/${erasure.id}/resume`),
    onSettled: () => changed(),
  });
  const { state, remains } = erasure;
  return (
    <>
      <ProblemAlert error={resume.error} style={{ marginBottom: 12 }} />
      {state === 'RUNNING' && erasure.job && (
        <JobProgress key={erasure.job} id={erasure.job} onDone={() => void changed()} />
      )}
      {state === 'FAILED' && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 12 }}
          title={erasure.message ?? t('privacy.states.FAILED')}
          action={
            can('privacy:erase') && (
              <Button size="small" loading={resume.isPending} onClick={() => resume.mutate()}>
                {t('privacy.resume')}
              </Button>
            )
          }
        />
      )}
      <Fields
        fields={[
          { key: 'number', label: t('privacy.number'), value: erasure.number },
          { key: 'state', label: t('privacy.state'), value: t(`privacy.states.${state}`) },
          { key: 'reason', label: t('privacy.reason'), value: erasure.reason, kind: 'LONG_TEXT' },
          { key: 'requestedOn', label: t('privacy.requestedOn'), value: erasure.requestedOn, kind: 'DATE' },
          {
            key: 'byRule',
            label: t('privacy.byRule'),
            value: t(erasure.byRule ? 'common.yes' : 'common.no'),
          },
          { key: 'passages', label: t('privacy.texts'), value: format.exactNumber(erasure.passages) },
          { key: 'entries', label: t('privacy.log'), value: format.exactNumber(erasure.entries) },
          { key: 'by', label: t('privacy.by'), value: erasure.createdBy, kind: 'PERSON' },
          { key: 'createdAt', label: t('privacy.createdAt'), value: erasure.createdAt, kind: 'INSTANT' },
          { key: 'endedAt', label: t('privacy.endedAt'), value: erasure.endedAt, kind: 'INSTANT' },
        ]}
      />
      {remains.length > 0 && (
        <section className={styles.block} aria-label={t('privacy.remains')}>
          <h2>{t('privacy.remains')}</h2>
          <ul className={styles.list}>
            {remains.map(({ table, key, label, list }) => {
              const path = list && recordPath(list, key);
              return (
                <li key={table + key}>{path ? <Link to={path}>{label ?? table}</Link> : (label ?? table)}</li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
