import type { Row } from '@/shared/api';
import { Due, TaskDetails, TaskDrawer, TaskTick, useMayEdit } from '@/shared/followups';
import { ListPage, plain } from '@/shared/lists';

const isRef = (value: unknown): value is { id: string; name: string } =>
  typeof value === 'object' && value !== null && 'id' in value;

export default function TasksPage() {
  const mayEdit = useMayEdit();
  const tick = (row: Row) => {
    const { owner, title, doneAt } = row.cells;
    return isRef(owner) && mayEdit(owner) ? (
      <TaskTick id={row.id} title={plain(title)} done={doneAt != null} />
    ) : null;
  };
  return (
    <ListPage
      list="tasks"
      needs={['title', 'doneAt', 'owner', 'dueOn']}
      lead={tick}
      cells={{
        dueOn: (value, row) =>
          typeof value === 'string' && <Due on={value} done={row.cells['doneAt'] != null} />,
      }}
      create={form => <TaskDrawer {...form} />}
      drawer={({ id }) => <TaskDetails id={id} />}
    />
  );
}
