import { ListPage } from '@/shared/lists';

/** What became of each record of bulk actions. */
export default function OutcomesPage() {
  return <ListPage list="outcomes" />;
}
