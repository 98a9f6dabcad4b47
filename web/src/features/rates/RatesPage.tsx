import { lazy, Suspense } from 'react';
import { ListPage } from '@/shared/lists';
import { Bars } from '@/shared/ui';

const RateForm = lazy(() => import('./RateForm').then(({ RateForm: View }) => ({ default: View })));
const RateView = lazy(() => import('./RateForm').then(({ RateView: View }) => ({ default: View })));

/** What other currencies are worth in the company's, from day to day. */
export default function RatesPage() {
  return (
    <ListPage
      list="rates"
      createWith="edit"
      create={form =>
        form.open && (
          <Suspense fallback={null}>
            <RateForm {...form} rate={null} />
          </Suspense>
        )
      }
      drawer={({ id, onClose }) => (
        <Suspense fallback={<Bars rows={4} />}>
          <RateView key={id} id={id} onClose={onClose} />
        </Suspense>
      )}
    />
  );
}
