import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentsLabel, RecordComments } from '@/shared/comments';
import { CustomDetails } from '@/shared/customfields/CustomDetails';
import { RecordFiles } from '@/shared/files';
import { useFormat } from '@/shared/i18n';
import { useListQuery } from '@/shared/lists';
import { Fields, RecordHistory, useOpened, type Field } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import { useFollowUp, useMayDelete, useMayEdit, useTask } from './data';
import { FollowUpDrawer, TaskDrawer } from './Drawers';
import { Due } from './Due';
import { SubjectLinks } from './SubjectLinks';
import { TaskTick } from './TaskTick';
import type { About } from './types';
import { useDelete } from './useDelete';
import styles from './followups.module.css';

const subject = (label: string, about: About): Field => ({
  key: 'about',
  label,
  wide: true,
  render: about.customer || about.contact || about.opportunity ? <SubjectLinks about={about} /> : undefined,
});

/** One follow-up, to read and, where one may, to change. */
export function FollowUpDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useFollowUp(id);
  useOpened('activities', data && id);
  const mayEdit = useMayEdit();
  const mayDelete = useMayDelete();
  const { change } = useListQuery();
  const remove = useDelete(() => change({ open: null }));
  const [editing, setEditing] = useState(false);
  // Once it is there it stays, also where asking again fails.
  if (!data) {
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Bars rows={6} />;
  }
  return (
    <div className={styles.details}>
      <Fields
        title={t(`followups.kind.${data.kind}`)}
        edit={
          <Actions
            onEdit={mayEdit(data.owner) ? () => setEditing(true) : null}
            onDelete={mayDelete(data.owner) ? () => remove.followUp(data) : null}
          />
        }
        fields={[
          { key: 'text', label: t('followups.text'), kind: 'LONG_TEXT', value: data.text },
          { key: 'nextStep', label: t('followups.nextStep'), value: data.nextStep, wide: true },
          subject(t('followups.about'), data),
          { key: 'happenedAt', label: t('followups.happenedAt'), kind: 'INSTANT', value: data.happenedAt },
          { key: 'owner', label: t('followups.owner'), kind: 'PERSON', value: data.owner },
          { key: 'createdAt', label: t('followups.createdAt'), kind: 'INSTANT', value: data.createdAt },
        ]}
      />
      <CustomDetails type="activities" values={data.custom} />
      <RecordFiles list="activities" id={id} />
      <Comments list="activities" id={id} />
      <History list="activities" id={id} />
      <FollowUpDrawer open={editing} record={data} onClose={() => setEditing(false)} />
    </div>
  );
}

/** One task, to read, tick off and, where one may, change. */
export function TaskDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useTask(id);
  useOpened('tasks', data && id);
  const mayEdit = useMayEdit();
  const mayDelete = useMayDelete();
  const { change } = useListQuery();
  const remove = useDelete(() => change({ open: null }));
  const [editing, setEditing] = useState(false);
  // Once it is there it stays, also where asking again fails.
  if (!data) {
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Bars rows={6} />;
  }
  const done = data.doneAt !== null;
  return (
    <div className={styles.details}>
      <Fields
        title={data.title}
        edit={
          <Actions
            onEdit={mayEdit(data.owner) ? () => setEditing(true) : null}
            onDelete={mayDelete(data.owner) ? () => remove.task(data) : null}
          />
        }
        fields={[
          {
            key: 'done',
            label: t('followups.done'),
            render: (
              <span className={styles.doneLine}>
                {mayEdit(data.owner) && <TaskTick id={id} title={data.title} done={done} />}
                {data.doneAt ? format.instant(data.doneAt) : t('followups.notYet')}
              </span>
            ),
          },
          { key: 'dueOn', label: t('followups.dueOn'), render: <Due on={data.dueOn} done={done} /> },
          {
            key: 'priority',
            label: t('followups.priorityLabel'),
            value: t(`followups.priority.${data.priority}`),
          },
          { key: 'owner', label: t('followups.owner'), kind: 'PERSON', value: data.owner },
          subject(t('followups.about'), data),
          { key: 'note', label: t('followups.note'), kind: 'LONG_TEXT', value: data.note },
        ]}
      />
      <RecordFiles list="tasks" id={id} />
      <Comments list="tasks" id={id} />
      <History list="tasks" id={id} />
      <TaskDrawer open={editing} record={data} onClose={() => setEditing(false)} />
    </div>
  );
}

function Actions({ onEdit, onDelete }: { onEdit: (() => void) | null; onDelete: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <span className={styles.detailActions}>
      {onDelete && (
        <Button danger type="text" onClick={onDelete}>
          {t('common.delete')}
        </Button>
      )}
      {onEdit && <Button onClick={onEdit}>{t('common.edit')}</Button>}
    </span>
  );
}

function Comments(of: { list: string; id: string }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('comments.title')}>
      <h2>
        <CommentsLabel of={of} />
      </h2>
      <RecordComments {...of} />
    </section>
  );
}

function History({ list, id }: { list: string; id: string }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('followups.part.changes')}>
      <h2>{t('followups.part.changes')}</h2>
      <RecordHistory list={list} id={id} />
    </section>
  );
}
