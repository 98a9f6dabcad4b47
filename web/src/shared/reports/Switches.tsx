import { Segmented, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { daysLater } from '@/shared/i18n';
import { usePhone } from '@/shared/ui';
import { usePipelineChoices, useReportUnits } from './data';
import { spans, type Span } from './period';
import type { useReportQuery } from './query';
import styles from './reports.module.css';

const RangeInput = lazy(() => import('./RangeInput'));
const UnitInput = lazy(() => import('./UnitInput'));

/** Which days and whose deals: both stand in the address. */
export function Switches({ query, change }: Pick<ReturnType<typeof useReportQuery>, 'query' | 'change'>) {
  const { t } = useTranslation();
  const phone = usePhone();
  const units = useReportUnits().data ?? [];
  const pipelines = (usePipelineChoices().data ?? []).filter(
    ({ id, retired }) => !retired || id === query.pipeline,
  );
  const options = spans.map(value => ({ value, label: t(`reports.span.${value}`) }));
  const choose = (span: Span) => change({ span });
  return (
    <div className={styles.switches} role="group" aria-label={t('reports.switches')}>
      {phone ? (
        <Select<Span>
          aria-label={t('reports.period')}
          value={query.span}
          options={options}
          onChange={choose}
          className={styles.grows ?? ''}
        />
      ) : (
        <Segmented<Span>
          aria-label={t('reports.period')}
          value={query.span}
          options={options}
          onChange={choose}
        />
      )}
      {query.span === 'custom' && (
        <Suspense fallback={null}>
          <RangeInput
            label={t('reports.span.custom')}
            from={query.days.from}
            last={query.days.to && daysLater(query.days.to, -1)}
            onChange={(from, last) => change({ from, last })}
          />
        </Suspense>
      )}
      {(units.length > 1 || query.unit !== null) && (
        <Suspense fallback={null}>
          <UnitInput
            className={`${styles.unit} ${phone ? styles.grows : ''}`}
            units={units}
            value={query.unit}
            onChange={unit => change({ unit })}
          />
        </Suspense>
      )}
      {(pipelines.length > 1 || query.pipeline !== null) && (
        <Select<string>
          aria-label={t('reports.pipeline')}
          className={`${styles.unit} ${phone ? styles.grows : ''}`}
          placeholder={t('reports.allPipelines')}
          allowClear
          value={query.pipeline ?? undefined!}
          options={pipelines.map(({ id, label }) => ({ value: id, label }))}
          onChange={(pipeline: string | undefined) => change({ pipeline: pipeline ?? null })}
        />
      )}
    </div>
  );
}
