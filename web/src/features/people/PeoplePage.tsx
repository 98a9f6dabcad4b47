import { lazy, Suspense } from 'react';
import { ListPage } from '@/shared/lists';

// Brings the calendar along: it loads when it is first opened.
const PersonForm = lazy(async () => ({ default: (await import('./PersonForm')).PersonForm }));

export default function PeoplePage() {
  const create = (form: { open: boolean; onClose: () => void }) =>
    form.open ? (
      <Suspense fallback={null}>
        <PersonForm {...form} />
      </Suspense>
    ) : null;
  return <ListPage list="people" createWith="edit" create={create} />;
}
