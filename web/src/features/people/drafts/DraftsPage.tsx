import './texts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { ArrowLeftOutlined, PlusOutlined } from '@/shared/ui/icons';
import { useDrafts, useDraftsChanged } from './data';
import { DraftForm } from './DraftForm';
import styles from './drafts.module.css';

/** All drafts there are and were: those still worked on first. */
export default function DraftsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useDrafts();
  const changed = useDraftsChanged();
  const [adding, setAdding] = useState(false);
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('drafts.new')}
    </Button>
  );
  return (
    <section className={styles.list} aria-label={t('drafts.title')}>
      <Link to="/organisation" className={styles.back}>
        <ArrowLeftOutlined /> {t('people.organisation.title')}
      </Link>
      <header className={styles.listTop}>
        <h1>{t('drafts.title')}</h1>
        {data && data.length > 0 && begin}
      </header>
      <p className={styles.text}>{t('drafts.text')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={4} />}
      {data?.length === 0 && <Blank title={t('drafts.empty')} action={begin} />}
      {data && data.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('drafts.title')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('drafts.name')}</th>
                <th scope="col">{t('drafts.state.label')}</th>
                <th scope="col">{t('drafts.day')}</th>
                <th scope="col" className={styles.right}>
                  {t('drafts.count')}
                </th>
                <th scope="col">{t('drafts.created')}</th>
                <th scope="col">{t('drafts.ended')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, name, state, day, steps, createdBy, createdAt, endedBy, endedAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={`/organisation/drafts/${id}`}>{name}</Link>
                  </th>
                  <td className={styles.once}>
                    <span className={styles.state} data-state={state}>
                      {t(`drafts.state.${state}`)}
                    </span>
                  </td>
                  <td className={`${styles.once} numbers`}>{day}</td>
                  <td className={styles.right}>{format.exactNumber(steps)}</td>
                  <td className={styles.once}>
                    {t('drafts.by', { name: createdBy.name, time: format.instant(createdAt) })}
                  </td>
                  <td className={styles.once}>
                    {endedBy && endedAt
                      ? t('drafts.by', { name: endedBy.name, time: format.instant(endedAt) })
                      : t('common.dash')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <DraftForm
          onClose={() => setAdding(false)}
          onSaved={(_, id) => {
            void changed();
            void navigate(`/organisation/drafts/${id}`);
          }}
        />
      )}
    </section>
  );
}
