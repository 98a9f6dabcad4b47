import './texts';
import { Button, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { recordPath } from '@/shared/lists';
import { Fetched, Fields, Missing, RecordPage } from '@/shared/records';
import { Bars, Blank, JobProgress, ProblemAlert } from '@/shared/ui';
import { useHandover, useHandoversChanged, useItems, useResume, type Handover, type ItemState } from './data';
import styles from './handovers.module.css';

/** One hand-over: who, when, why, and what became of each record. */
export default function HandoverPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const handover = useHandover(id);
  const back = { to: '/handovers', label: t('shell.page.handovers') };
  return (
    <Fetched query={handover} missing={<Missing title={t('handovers.missing')} back={back} />}>
      {data => <Shown key={id} handover={data} back={back} />}
    </Fetched>
  );
}

function Shown({ handover, back }: { handover: Handover; back: { to: string; label: string } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useHandoversChanged();
  const resume = useResume(handover.id);
  const { leaver, createdBy, state } = handover;
  return (
    <RecordPage
      title={t('handovers.of', { name: leaver.name ?? '' })}
      back={back}
      status={<span className={styles.state}>{t(`handovers.state.${state}`)}</span>}
      facts={[
        { key: 'number', label: t('handovers.number'), value: handover.number },
        { key: 'moved', label: t('handovers.moved'), value: format.exactNumber(handover.moved) },
        { key: 'skipped', label: t('handovers.skipped'), value: format.exactNumber(handover.skipped) },
      ]}
      actions={
        handover.mayResume && (
          <Button
            type="primary"
            loading={resume.isPending}
            onClick={() => resume.mutate(undefined, { onSettled: () => void changed() })}
          >
            {t('handovers.resume')}
          </Button>
        )
      }
    >
      <ProblemAlert error={resume.error} style={{ marginBottom: 12 }} />
      {state === 'RUNNING' && handover.job && (
        <JobProgress key={handover.job} id={handover.job} cancellable onDone={() => void changed()} />
      )}
      {handover.message && <p className={styles.obstacle}>{handover.message}</p>}
      <Fields
        title={t('records.details')}
        fields={[
          { key: 'leaver', label: t('handovers.leaver'), value: leaver, kind: 'PERSON' },
          { key: 'reason', label: t('handovers.reason'), value: handover.reason },
          { key: 'leftOn', label: t('handovers.leftOn'), value: handover.leftOn, kind: 'DATE' },
          {
            key: 'blocked',
            label: t('handovers.blocked'),
            value: t(handover.blocked ? 'common.yes' : 'common.no'),
          },
          { key: 'createdBy', label: t('handovers.createdBy'), value: createdBy, kind: 'PERSON' },
          { key: 'createdAt', label: t('handovers.createdAt'), value: handover.createdAt, kind: 'INSTANT' },
          { key: 'endedAt', label: t('handovers.endedAt'), value: handover.endedAt, kind: 'INSTANT' },
        ]}
      />
      <Shares handover={handover} />
      <Items handover={handover} />
    </RecordPage>
  );
}

function Shares({ handover: { shares } }: { handover: Handover }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (shares.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t('handovers.shares')}>
      <h2>{t('handovers.shares')}</h2>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('handovers.shares')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('handovers.heir')}</th>
              <th scope="col">{t('handovers.what')}</th>
              <th scope="col" className={styles.right}>
                {t('handovers.moved')}
              </th>
              <th scope="col" className={styles.right}>
                {t('handovers.skipped')}
              </th>
              <th scope="col" className={styles.right}>
                {t('handovers.waiting')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ heir, kind, label, moved, skipped, waiting }) => (
              <tr key={heir.id + kind}>
                <td>{heir.name}</td>
                <td>{label}</td>
                <td className={styles.right}>{format.exactNumber(moved)}</td>
                <td className={styles.right}>{format.exactNumber(skipped)}</td>
                <td className={styles.right}>{format.exactNumber(waiting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const states = ['ALL', 'MOVED', 'SKIPPED', 'WAITING'] as const;

function Items({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof states)[number]>(handover.skipped > 0 ? 'SKIPPED' : 'ALL');
  const [page, setPage] = useState(1);
  const which: ItemState | null = state === 'ALL' ? null : state;
  const { data, error, refetch } = useItems(handover.id, which, page);
  if (handover.total === 0) return null;
  return (
    <section className={styles.block} aria-label={t('handovers.records')}>
      <h2>{t('handovers.records')}</h2>
      <Segmented
        aria-label={t('handovers.which')}
        value={state}
        onChange={value => {
          setState(value);
          setPage(1);
        }}
        options={states.map(value => ({ value, label: t(`handovers.item.${value}`) }))}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={4} />}
      {data?.items.length === 0 && <Blank title={t('handovers.none')} />}
      {data && data.items.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('handovers.records')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('handovers.what')}</th>
                <th scope="col">{t('handovers.record')}</th>
                <th scope="col">{t('handovers.heir')}</th>
                <th scope="col">{t('handovers.result')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(item => {
                const path = recordPath(item.list, item.record);
                const name = item.name ?? t('forms.unseen');
                return (
                  <tr key={item.place}>
                    <td>{item.label}</td>
                    <td>{path && item.name ? <Link to={path}>{name}</Link> : name}</td>
                    <td>{item.heir.name}</td>
                    <td>
                      {t(`handovers.item.${item.state}`)}
                      {item.reason && <small>{item.reason}</small>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {data && data.total > 50 && (
        <Pagination
          size="small"
          current={page}
          total={data.total}
          pageSize={50}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  );
}
