import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars } from '@/shared/ui';
import { useComments, type OfRecord } from './data';
import styles from './comments.module.css';

// Choosing people comes with the first comments that are looked at.
const CommentsPanel = lazy(() => import('./CommentsPanel'));

/** What is said of a record, whatever it is. */
export function RecordComments(of: OfRecord) {
  return (
    <Suspense fallback={<Bars rows={3} />}>
      <CommentsPanel {...of} />
    </Suspense>
  );
}

/** The heading of the comments, with how many there are. */
export function CommentsLabel({ of }: { of: OfRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useComments(of).data?.comments.length ?? 0;
  return (
    <>
      {t('comments.title')}
      {count > 0 && <span className={`${styles.count} numbers`}>{format.exactNumber(count)}</span>}
    </>
  );
}
