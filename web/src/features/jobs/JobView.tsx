import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { listKey } from '@/shared/lists';
import { Fields } from '@/shared/records';
import { JobProgress, useJob } from '@/shared/ui';
import { entriesOf } from './result';

/** One job: how far it is, and what came of it. */
export function JobView({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { data: job } = useJob(id);
  const entries = entriesOf(job?.result ?? null);
  const words = (value: string | number | boolean) =>
    typeof value === 'number'
      ? format.exactNumber(value)
      : typeof value === 'boolean'
        ? t(value ? 'common.yes' : 'common.no')
        : value;
  const known = (key: string) => (isKnown(key) ? t(`jobs.field.${key}`) : key);
  return (
    <>
      <JobProgress
        id={id}
        cancellable={job?.mayCancel ?? false}
        onDone={() => void client.invalidateQueries({ queryKey: listKey('jobs') })}
      />
      {job && (
        <div style={{ marginTop: 24 }}>
          <Fields
            fields={[
              { key: 'owner', label: t('jobs.owner'), value: job.ownerName },
              { key: 'createdAt', label: t('jobs.createdAt'), value: job.createdAt, kind: 'INSTANT' },
              { key: 'finishedAt', label: t('jobs.finishedAt'), value: job.finishedAt, kind: 'INSTANT' },
            ]}
          />
        </div>
      )}
      {entries.length > 0 && (
        <div style={{ marginTop: 24 }}>
          <Fields
            title={t('jobs.result')}
            fields={entries.map(([key, value]) => ({ key, label: known(key), value: words(value) }))}
          />
        </div>
      )}
    </>
  );
}

const fields = [
  'created',
  'updated',
  'skipped',
  'refused',
  'rows',
  'seconds',
  'imported',
  'done',
  'failed',
  'entries',
  'found',
  'unchanged',
  'list',
  'action',
  'file',
] as const;
const isKnown = (key: string): key is (typeof fields)[number] => (fields as readonly string[]).includes(key);
