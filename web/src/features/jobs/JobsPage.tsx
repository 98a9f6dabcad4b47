import { ListPage } from '@/shared/lists';
import { JobView } from './JobView';

export default function JobsPage() {
  return <ListPage list="jobs" drawer={({ id }) => <JobView key={id} id={id} />} />;
}
