import { FollowUpDetails, FollowUpDrawer } from '@/shared/followups';
import { ListPage } from '@/shared/lists';

export default function ActivitiesPage() {
  return (
    <ListPage
      list="activities"
      create={form => <FollowUpDrawer {...form} />}
      drawer={({ id }) => <FollowUpDetails id={id} />}
    />
  );
}
