import { PlusOutlined } from '@/shared/ui/icons';
import { Alert, Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { HistoryButton } from '@/shared/records';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { usePipelines } from './data';
import type { Pipeline } from './types';
import styles from './pipelines.module.css';

const PipelineForm = lazy(() => import('./PipelineForm'));

/** The company's ways from first talk to won or lost. */
export default function PipelinesPage() {
  const { t } = useTranslation();
  const pipelines = usePipelines();
  const [form, setForm] = useState<{ record: Pipeline | null } | null>(null);
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({ record: null })}>
      {t('opportunities.pipelines.add')}
    </Button>
  );
  return (
    <section className={styles.page} aria-label={t('opportunities.pipelines.title')}>
      <header className={styles.top}>
        <div>
          <h1>{t('opportunities.pipelines.title')}</h1>
          <p>{t('opportunities.pipelines.hint')}</p>
        </div>
        {add}
      </header>
      <ProblemAlert error={pipelines.error} onRetry={() => void pipelines.refetch()} />
      {!pipelines.data ? (
        !pipelines.error && <Bars rows={8} />
      ) : pipelines.data.length === 0 ? (
        <Blank title={t('opportunities.pipelines.none')} action={add} />
      ) : (
        pipelines.data.map(pipeline => (
          <One key={pipeline.id} pipeline={pipeline} onEdit={() => setForm({ record: pipeline })} />
        ))
      )}
      {form && (
        <Suspense fallback={null}>
          <PipelineForm
            record={form.record}
            count={pipelines.data?.length ?? 0}
            onClose={() => setForm(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

function One({ pipeline, onEdit }: { pipeline: Pipeline; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, retired, stages, warnings } = pipeline;
  const dash = t('common.dash');
  return (
    <section className={styles.pipeline} aria-label={label}>
      <header>
        <h2>
          {label} {retired && <Tag>{t('opportunities.pipelines.retired')}</Tag>}
        </h2>
        <span className={styles.pipelineActions}>
          <HistoryButton of={{ list: 'pipelines', id: pipeline.id, name: label }} />
          <Button aria-label={t('opportunities.pipelines.edit', { name: label })} onClick={onEdit}>
            {t('common.edit')}
          </Button>
        </span>
      </header>
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 8 }}
          title={warnings.map(({ field, message }) => (
            <div key={field}>{message}</div>
          ))}
        />
      )}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('opportunities.stage')}</th>
              <th scope="col">{t('opportunities.pipelines.outcome')}</th>
              <th scope="col" data-number>
                {t('opportunities.probability')}
              </th>
              <th scope="col">{t('opportunities.category')}</th>
              <th scope="col" data-number>
                {t('opportunities.pipelines.normalDays')}
              </th>
              <th scope="col">{t('opportunities.pipelines.required')}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(stage => (
              <tr key={stage.id} data-retired={stage.retired}>
                <td>
                  {stage.label} {stage.retired && <Tag>{t('opportunities.pipelines.retired')}</Tag>}
                </td>
                <td>{t(`opportunities.outcomes.${stage.outcome}`)}</td>
                <td data-number>{format.percent(stage.probability)}</td>
                <td>{t(`opportunities.categories.${stage.category}`)}</td>
                <td data-number>{stage.normalDays ?? dash}</td>
                <td>
                  {stage.required
                    .map(key => t(`opportunities.pipelines.requirement.${key}`))
                    .join(t('common.separator')) || dash}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
