import { ListPage } from '@/shared/lists';
import { PersonForm } from './PersonForm';

export default function PeoplePage() {
  return <ListPage list="people" createWith="edit" create={form => <PersonForm {...form} />} />;
}
