import { Button, Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useMe, type Document } from '@/shared/api';
import { FormDrawer, PersonSelect, RecordItem, useStale } from '@/shared/forms';
import { today } from '@/shared/i18n';
import { useFollowUpsChanged, useMayDelete } from './data';
import { DayInput } from './DayInput';
import { SubjectFields, subjectOf, type SubjectValues } from './Subject';
import { SubjectLinks } from './SubjectLinks';
import { useDelete } from './useDelete';
import { priorities, type About, type Priority, type Task } from './types';

type Values = SubjectValues & {
  title: string;
  dueOn: string;
  priority: Priority;
  note: string | null;
  owner: string | null;
  done?: boolean;
};

const ofRecord = (record: Task): Values => ({
  title: record.title,
  dueOn: record.dueOn,
  priority: record.priority,
  note: record.note,
  owner: record.owner.id,
  done: record.doneAt !== null,
  ...subjectOf(record),
});

export type TaskFormProps = {
  onClose: () => void;
  /** The one to change; without it a new one is written. */
  record?: Task | null | undefined;
  /** What a new one is about. */
  about?: About | undefined;
  onSaved?: (() => void) | undefined;
};

export default function TaskForm({ onClose, record: given, about = {}, onSaved }: TaskFormProps) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [record] = useState(given);
  const { t } = useTranslation();
  const me = useMe();
  const changed = useFollowUpsChanged();
  const mayDelete = useMayDelete();
  const reach = me?.permissions[record ? 'activities:edit' : 'activities:create'];
  const saved = () => {
    void changed();
    onSaved?.();
  };
  const remove = useDelete(() => {
    onClose();
    onSaved?.();
  });
  const body = ({ title, dueOn, priority, note, owner }: Values) => ({
    title: title.trim(),
    dueOn,
    priority,
    note: note?.trim() || null,
    owner: owner ?? record?.owner.id ?? me?.id ?? null,
  });
  const change = (values: Values, version: number) =>
    http.put(`/api/tasks/${record!.id}`, {
      ...body(values),
      done: values.done ?? false,
      version,
    } satisfies Document<'EditTask'>);
  const priorityWord = (priority: unknown) =>
    priority ? t(`followups.priority.${priority as Priority}`) : null;
  const stale = useStale<Values>({
    fields: [
      { key: 'title', label: t('followups.title') },
      { key: 'dueOn', label: t('followups.dueOn') },
      { key: 'priority', label: t('followups.priorityLabel'), render: priorityWord },
      { key: 'note', label: t('followups.note') },
      { key: 'done', label: t('followups.done'), render: done => t(done ? 'common.yes' : 'common.no') },
    ],
    shown: current => ofRecord(current as unknown as Task),
    again: change,
    onDone: () => {
      saved();
      onClose();
    },
  });

  return (
    <>
      <FormDrawer<Values>
        open
        of={{ list: 'tasks', fresh: !record }}
        title={record ? t('followups.editTask') : t('followups.newTask')}
        onClose={onClose}
        onSaved={saved}
        editing={record && { list: 'tasks', id: record.id }}
        onStale={stale.onStale}
        extra={
          record &&
          mayDelete(record.owner) && (
            <Button danger type="text" onClick={() => remove.task(record)}>
              {t('common.delete')}
            </Button>
          )
        }
        initial={
          record
            ? ofRecord(record)
            : { dueOn: today(), priority: 'NORMAL', owner: me?.id ?? null, ...subjectOf(about) }
        }
        save={(values, idempotencyKey) => {
          if (record) return change(values, record.version);
          const { customer = null, contact = null, opportunity = null } = values;
          return http.post(
            '/api/tasks',
            {
              ...body(values),
              customer,
              contact,
              opportunity,
              externalId: null,
            } satisfies Document<'NewTask'>,
            { idempotencyKey },
          );
        }}
      >
        {form => (
          <>
            <RecordItem
              name="title"
              label={t('followups.title')}
              rules={[{ required: true, whitespace: true, message: t('followups.titleRequired') }]}
            >
              <Input autoFocus maxLength={200} />
            </RecordItem>
            <RecordItem
              name="dueOn"
              label={t('followups.dueOn')}
              rules={[{ required: true, message: t('followups.dueRequired') }]}
            >
              <DayInput />
            </RecordItem>
            <RecordItem name="priority" label={t('followups.priorityLabel')} required>
              <Segmented
                aria-label={t('followups.priorityLabel')}
                options={priorities.map(value => ({ value, label: t(`followups.priority.${value}`) }))}
              />
            </RecordItem>
            {record ? (
              <p style={{ marginBottom: 16 }}>
                <SubjectLinks about={record} />
              </p>
            ) : (
              <SubjectFields form={form} about={about} />
            )}
            {reach !== undefined && reach !== 'OWN' && (
              <RecordItem
                name="owner"
                label={t('followups.owner')}
                rules={[{ required: true, message: t('followups.ownerRequired') }]}
              >
                <PersonSelect
                  allowClear={false}
                  known={record ? [record.owner] : me ? [{ id: me.id, name: me.name }] : []}
                />
              </RecordItem>
            )}
            <RecordItem name="note" label={t('followups.note')}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={2000} />
            </RecordItem>
            {record && (
              <Form.Item name="done" valuePropName="checked">
                <Checkbox>{t('followups.done')}</Checkbox>
              </Form.Item>
            )}
          </>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
