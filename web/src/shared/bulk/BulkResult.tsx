import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Filter } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { listHref } from '@/shared/lists/query';
import { RelatedList } from '@/shared/records/Related';
import { JobProgress, useJob } from '@/shared/ui';
import { useRecordsChanged } from './data';
import styles from './bulk.module.css';

const number = (value: unknown) => (typeof value === 'number' ? value : 0);

/** What becomes of many records, while it happens and afterwards: each that was not done, with the reason. */
export function BulkResult({ job: id }: { job: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useRecordsChanged();
  const { data: job } = useJob(id);
  const result = job?.result;
  const of: Filter = { column: 'job', operator: 'IS', values: [id] };
  const refused: Filter = { all: [of, { column: 'outcome', operator: 'IS', values: ['REFUSED'] }] };
  const tally = (key: 'done' | 'unchanged' | 'refused') => {
    const count = number(result?.[key]);
    return count > 0 && <span>{t(`bulk.${key}`, { number: format.exactNumber(count) })}</span>;
  };
  return (
    <>
      <JobProgress id={id} cancellable={job?.mayCancel ?? false} onDone={() => void changed()} />
      {!result && <p className={styles.hint}>{t('bulk.background')}</p>}
      {result && (
        <div role="status" className={`${styles.tally} numbers`}>
          {tally('done')}
          {tally('unchanged')}
          {tally('refused')}
        </div>
      )}
      {number(result?.['refused']) > 0 && (
        <>
          <h3>{t('bulk.refusedList')}</h3>
          <RelatedList list="outcomes" filter={refused} columns={['title', 'message']} size={20} />
        </>
      )}
      {result && <Link to={listHref('/outcomes', { filter: of })}>{t('bulk.allOutcomes')}</Link>}
    </>
  );
}
