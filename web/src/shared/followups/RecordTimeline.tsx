import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { FileItems, useFilesOf } from '@/shared/files';
import { Kept, useRemembering } from '@/shared/outbox';
import { Timeline, useHappening, useHistory, type Happening } from '@/shared/records';
import { ProblemAlert } from '@/shared/ui';
import { CheckOutlined, EditOutlined } from '@/shared/ui/icons';
import { useMayEdit, useTimeline, type Timed } from './data';
import { FollowUpDrawer, TaskDrawer } from './Drawers';
import { Due } from './Due';
import { kindIcon } from './icons';
import { SubjectLinks } from './SubjectLinks';
import { TaskTick } from './TaskTick';
import type { About, FollowUp, Task } from './types';
import styles from './followups.module.css';

const parts = ['all', 'followUps', 'tasks', 'changes'] as const;
type Part = (typeof parts)[number];
type Form = { kind: 'followUp'; record?: FollowUp } | { kind: 'task'; record?: Task } | null;

const step = 30;

type Props = {
  list: Timed;
  id: string;
  /** The record itself, and the customer it belongs to: what a new follow-up or task will be about. */
  about: About;
  /** After a follow-up or task was written, so that the page may show the record anew. */
  onSaved?: () => void;
};

/** What happened to a customer, a contact or an opportunity and what is still to do: follow-ups, tasks and changes. */
export function RecordTimeline({ list, id, about, onSaved }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const mayEdit = useMayEdit();
  // Without the right to read follow-ups, what remains are the changes.
  const mayRead = can('activities:read');
  useRemembering(about);
  const [part, setPart] = useState<Part>(mayRead ? 'all' : 'changes');
  const [form, setForm] = useState<Form>(null);
  const [shown, setShown] = useState(step);
  const timeline = useTimeline(list, id, mayRead);
  const history = useHistory({ list, id }, part === 'all' || part === 'changes');
  const happening = useHappening();
  const files = useFilesOf('activities', timeline.data?.activities.map(one => one.id) ?? []);

  const open = timeline.data?.tasks.filter(task => task.doneAt === null) ?? [];
  const happenings: Happening[] = [];
  const edit = (record: FollowUp) => (
    <Button
      type="text"
      size="small"
      className={styles.edit ?? ''}
      icon={<EditOutlined />}
      aria-label={t('followups.editOne', { title: record.text.slice(0, 20) })}
      onClick={() => setForm({ kind: 'followUp', record })}
    />
  );
  if (part === 'all' || part === 'followUps') {
    for (const one of timeline.data?.activities ?? []) {
      happenings.push({
        id: one.id,
        at: one.happenedAt,
        by: one.owner.name,
        icon: kindIcon[one.kind],
        title: (
          <span className={styles.entryHead}>
            <strong>{t(`followups.kind.${one.kind}`)}</strong>
            <SubjectLinks about={one} except={id} />
            {mayEdit(one.owner) && edit(one)}
          </span>
        ),
        body: (
          <>
            {one.text}
            {one.nextStep && <p className={styles.next}>{t('followups.nextIs', { text: one.nextStep })}</p>}
            {files.data?.has(one.id) && (
              <FileItems of={{ list: 'activities', id: one.id }} files={files.data.get(one.id)!} brief />
            )}
          </>
        ),
      });
    }
  }
  if (part === 'all' || part === 'tasks') {
    for (const task of timeline.data?.tasks ?? []) {
      if (!task.doneAt) continue;
      happenings.push({
        id: task.id,
        at: task.doneAt,
        by: task.owner.name,
        icon: <CheckOutlined />,
        title: t('followups.finished', { title: task.title }),
      });
    }
  }
  if (part === 'all' || part === 'changes') {
    for (const one of history.data ?? []) happenings.push(happening(one));
  }
  // Beyond the last follow-up that was fetched, others lie between what is known of tasks and changes.
  const more = (part === 'all' || part === 'followUps') && timeline.hasNextPage;
  const oldest = timeline.data?.activities.at(-1)?.happenedAt;
  const known = more && oldest ? happenings.filter(({ at }) => at >= oldest) : happenings;
  known.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

  const wantsHistory = part === 'all' || part === 'changes';
  const earlier = () => {
    setShown(shown + step);
    if (more && known.length <= shown + step) void timeline.fetchNextPage();
  };
  const waiting = (part !== 'changes' && !timeline.data) || (wantsHistory && !history.data);
  const error =
    (part !== 'changes' && !timeline.isFetchNextPageError ? timeline.error : null) ??
    (wantsHistory ? history.error : null);

  return (
    <div className={styles.stream}>
      {can('activities:create') && (
        <div className={styles.buttons}>
          <Button type="primary" onClick={() => setForm({ kind: 'followUp' })}>
            {t('followups.write')}
          </Button>
          <Button onClick={() => setForm({ kind: 'task' })}>{t('followups.addTask')}</Button>
        </div>
      )}
      <Kept about={about} />
      {mayRead && (
        <Segmented<Part>
          size="small"
          aria-label={t('followups.show')}
          value={part}
          onChange={next => {
            setPart(next);
            setShown(step);
          }}
          options={parts.map(value => ({ value, label: t(`followups.part.${value}`) }))}
        />
      )}
      {(part === 'all' || part === 'tasks') && open.length > 0 && (
        <OpenTasks
          tasks={open}
          except={id}
          onEdit={task => (mayEdit(task.owner) ? () => setForm({ kind: 'task', record: task }) : null)}
        />
      )}
      {error ? (
        <ProblemAlert
          error={error}
          onRetry={() => void (timeline.error ? timeline.refetch() : history.refetch())}
        />
      ) : part === 'tasks' && known.length === 0 && open.length > 0 ? null : (
        <Timeline
          items={waiting ? undefined : known.slice(0, shown)}
          onEarlier={known.length > shown || more ? earlier : undefined}
          loadingEarlier={timeline.isFetchingNextPage}
          empty={t(`followups.none.${part}`)}
        />
      )}
      <FollowUpDrawer
        open={form?.kind === 'followUp'}
        record={form?.kind === 'followUp' ? form.record : null}
        about={about}
        onClose={() => setForm(null)}
        onSaved={onSaved}
      />
      <TaskDrawer
        open={form?.kind === 'task'}
        record={form?.kind === 'task' ? form.record : null}
        about={about}
        onClose={() => setForm(null)}
        onSaved={onSaved}
      />
    </div>
  );
}

type OpenProps = { tasks: Task[]; except: string; onEdit: (task: Task) => (() => void) | null };

/** What is still to do, the most urgent first: it belongs to no past day. */
function OpenTasks({ tasks, except, onEdit }: OpenProps) {
  const { t } = useTranslation();
  const sorted = [...tasks].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <section className={styles.open} aria-label={t('followups.openTasks')}>
      <h3>{t('followups.openTasks')}</h3>
      <ul>
        {sorted.map(task => {
          const edit = onEdit(task);
          return (
            <li key={task.id}>
              {edit && <TaskTick id={task.id} title={task.title} done={false} />}
              <span className={styles.openTitle}>
                {edit ? (
                  <button type="button" className={styles.plain} onClick={edit}>
                    {task.title}
                  </button>
                ) : (
                  task.title
                )}
                <small>
                  {task.owner.name} <SubjectLinks about={task} except={except} />
                </small>
              </span>
              <Due on={task.dueOn} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
