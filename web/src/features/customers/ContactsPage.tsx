import { lazy, Suspense } from 'react';
import { ListPage } from '@/shared/lists';
import { Bars } from '@/shared/ui';

const ContactView = lazy(() => import('./ContactView').then(({ ContactView: View }) => ({ default: View })));

/** Contacts of all customers within reach; each stands beside the list and leads to its customer. */
export default function ContactsPage() {
  return (
    <ListPage
      list="contacts"
      drawer={({ id }) => (
        <Suspense fallback={<Bars rows={6} />}>
          <ContactView key={id} id={id} />
        </Suspense>
      )}
    />
  );
}
