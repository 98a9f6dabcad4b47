import { lazy, Suspense } from 'react';
import { Bars } from '@/shared/ui';
import type { OfRecord } from './data';

const FilesPanel = lazy(() => import('./FilesPanel'));

/** The files of a record, whatever it is. */
export function RecordFiles(props: OfRecord & { level?: 2 | 3 }) {
  return (
    <Suspense fallback={<Bars rows={2} />}>
      <FilesPanel {...props} />
    </Suspense>
  );
}
