import './texts';
import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { useSlowRequests } from './data';
import styles from './backups.module.css';

type Route = Document<'SlowRoute'>;
const periods = ['lastHour', 'sinceStart'] as const;

/** What the server that answers was slow at. */
export function SlowRequests() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useSlowRequests();
  const [period, setPeriod] = useState<(typeof periods)[number]>('lastHour');
  const time = (millis: number) =>
    millis < 1_000
      ? t('backups.slow.ms', { number: format.exactNumber(millis) })
      : t('backups.slow.seconds', { number: format.exactNumber(millis / 1_000, 1) });
  const times = (['half', 'most', 'longest'] as const).map(key => ({
    title: t(`backups.slow.${key}`),
    align: 'right' as const,
    className: `numbers ${styles.once}`,
    render: (_: unknown, route: Route) => time(route[key]),
  }));
  return (
    <section className={styles.part} aria-label={t('backups.slow.title')}>
      <h2>{t('backups.slow.title')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={6} />}
      {data && (
        <>
          <p className={styles.text}>
            {t('backups.slow.text', { server: data.server, since: format.exactInstant(data.since) })}{' '}
            {t('backups.slow.accuracy')}
          </p>
          <Segmented
            aria-label={t('backups.slow.which')}
            value={period}
            onChange={setPeriod}
            options={periods.map(value => ({ value, label: t(`backups.slow.${value}`) }))}
          />
          {data[period].length === 0 ? (
            <Blank title={t('backups.slow.none')} />
          ) : (
            <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('backups.slow.title')}>
              <Table<Route>
                size="small"
                rowKey={({ method, route }) => `${method} ${route}`}
                pagination={false}
                dataSource={data[period]}
                columns={[
                  {
                    title: t('backups.slow.route'),
                    render: (_, { method, route }) => (
                      <code className={styles.route}>
                        {method} {route}
                      </code>
                    ),
                  },
                  {
                    title: t('backups.slow.count'),
                    align: 'right',
                    className: 'numbers',
                    render: (_, { count }) => format.exactNumber(count),
                  },
                  ...times,
                  {
                    title: t('backups.slow.last'),
                    className: `numbers ${styles.once}`,
                    render: (_, { last }) => format.instant(last),
                  },
                ]}
              />
            </div>
          )}
        </>
      )}
    </section>
  );
}
