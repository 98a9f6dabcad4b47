import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, useMe, type Document } from '@/shared/api';
import { CustomFormFields, customBody, heldOf, useStaleFields, type Held } from '@/shared/customfields';
import { pastedFiles, RecordFiles } from '@/shared/files';
import { FilesInput } from '@/shared/files/FilesInput';
import { useFilesAfter } from '@/shared/files/useFilesAfter';
import { FormDrawer, RecordItem, useStale } from '@/shared/forms';
import { instantAt, today, wallClock } from '@/shared/i18n';
import { nameOf } from '@/shared/lists/names';
import type { NewFollowUp, Waiting } from '@/shared/outbox';
import { sendOrKeep } from '@/shared/outbox/sending';
import { drop } from '@/shared/outbox/store';
import { useFollowUpsChanged, useMayDelete } from './data';
import { DayInput } from './DayInput';
import { KindInput } from './KindInput';
import { SubjectFields, subjectOf, type SubjectValues } from './Subject';
import { SubjectLinks } from './SubjectLinks';
import { useDelete } from './useDelete';
import { WallClockInput } from './WallClockInput';
import type { About, FollowUp, Kind } from './types';

type Values = SubjectValues & {
  kind: Kind;
  /** As the company's clocks show it. */
  happenedAt: string | null;
  text: string;
  nextStep: string | null;
  custom?: Held;
  files?: File[];
  remind?: boolean;
  reminder?: Document<'Reminder'>;
};

const clock = (instant: Date | string) => {
  const { date, time } = wallClock(instant);
  return `${date} ${time}`;
};
const moment = (text: string | null) => {
  const [date, time] = (text ?? '').split(' ');
  return date && time ? instantAt(date, time) : null;
};
const ofRecord = (record: FollowUp): Values => ({
  kind: record.kind,
  happenedAt: clock(record.happenedAt),
  text: record.text,
  nextStep: record.nextStep,
  custom: heldOf(record.custom),
  ...subjectOf(record),
});

const ofDraft = ({ body, about }: Waiting): Values => ({
  kind: body.kind,
  happenedAt: body.happenedAt ? clock(body.happenedAt) : null,
  text: body.text,
  nextStep: body.nextStep ?? null,
  custom: (body.custom ?? {}) as Held,
  ...subjectOf(about),
  ...(body.reminder && { remind: true, reminder: body.reminder }),
});
const named = (id: string | null | undefined) => (id ? { id, name: nameOf(id) ?? null } : null);

export type FollowUpFormProps = {
  onClose: () => void;
  /** The one to change; without it a new one is written. */
  record?: FollowUp | null | undefined;
  /** What a new one is about. */
  about?: About | undefined;
  onSaved?: (() => void) | undefined;
  /** One that was refused when it was sent later; written anew it takes its place. */
  draft?: Waiting | null | undefined;
};

export default function FollowUpForm(props: FollowUpFormProps) {
  const { onClose, record: given, about = {}, onSaved, draft } = props;
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [record] = useState(given);
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const { message } = App.useApp();
  const changed = useFollowUpsChanged();
  const mayDelete = useMayDelete();
  const saved = () => {
    void changed();
    onSaved?.();
  };
  const remove = useDelete(() => {
    onClose();
    onSaved?.();
  });
  const body = ({ kind, happenedAt, text, nextStep, custom }: Values) => ({
    custom: customBody(custom) ?? null,
    kind,
    happenedAt: moment(happenedAt),
    text: text.trim(),
    nextStep: nextStep?.trim() || null,
  });
  const change = (values: Values, version: number) =>
    http.put(`/api/activities/${record!.id}`, {
      ...body(values),
      happenedAt: moment(values.happenedAt) ?? record!.happenedAt,
      version,
    } satisfies Document<'EditActivity'>);
  const sendFiles = useFilesAfter();
  const write = async (values: Values, key: string) => {
    const subject = {
      customer: values.customer ?? null,
      contact: values.contact ?? null,
      opportunity: values.opportunity ?? null,
    };
    const made = await sendOrKeep({
      key,
      person: me!.id,
      body: {
        ...body(values),
        ...subject,
        reminder: values.remind && values.reminder ? values.reminder : null,
        externalId: null,
      } satisfies NewFollowUp,
      about: {
        customer: about.customer ?? named(subject.customer),
        contact: about.contact ?? named(subject.contact),
        opportunity: about.opportunity ?? named(subject.opportunity),
      },
      writtenAt: new Date().toISOString(),
      firstTriedAt: null,
      refusal: null,
    });
    if (draft) await drop(draft.key);
    const files = values.files ?? [];
    if (made) await sendFiles({ list: 'activities', id: made.id }, files);
    else void message.info(t(files.length > 0 ? 'outbox.keptWithoutFiles' : 'outbox.kept'), 8);
  };
  const customLines = useStaleFields('activities');
  const stale = useStale<Values>({
    fields: [
      { key: 'text', label: t('followups.text') },
      { key: 'nextStep', label: t('followups.nextStep') },
      { key: 'happenedAt', label: t('followups.happenedAt') },
      {
        key: 'kind',
        label: t('followups.kindLabel'),
        render: kind => (kind ? t(`followups.kind.${kind as Kind}`) : null),
      },
      ...customLines,
    ],
    shown: current => ofRecord(current as unknown as FollowUp),
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
        of={{ list: 'activities', fresh: !record }}
        title={record ? t('followups.editTitle') : t('followups.newTitle')}
        onClose={onClose}
        onSaved={saved}
        editing={record && { list: 'activities', id: record.id }}
        onStale={stale.onStale}
        extra={
          record &&
          mayDelete(record.owner) && (
            <Button danger type="text" onClick={() => remove.followUp(record)}>
              {t('common.delete')}
            </Button>
          )
        }
        initial={
          record
            ? ofRecord(record)
            : draft
              ? ofDraft(draft)
              : { kind: 'CALL', happenedAt: clock(new Date()), ...subjectOf(about) }
        }
        save={(values, idempotencyKey) =>
          record ? change(values, record.version) : write(values, idempotencyKey)
        }
      >
        {form => (
          <>
            <RecordItem name="kind" label={t('followups.kindLabel')} required>
              <KindInput />
            </RecordItem>
            <RecordItem
              name="text"
              label={t('followups.text')}
              rules={[{ required: true, whitespace: true, message: t('followups.textRequired') }]}
            >
              <Input.TextArea
                autoFocus
                autoSize={{ minRows: 3, maxRows: 14 }}
                maxLength={4000}
                onPaste={event => {
                  const pasted = record ? [] : pastedFiles(event.clipboardData);
                  if (pasted.length === 0) return;
                  event.preventDefault();
                  form.setFieldValue('files', [...(form.getFieldValue('files') ?? []), ...pasted]);
                }}
              />
            </RecordItem>
            <RecordItem name="nextStep" label={t('followups.nextStep')}>
              <Input maxLength={500} placeholder={t('followups.nextStepHint')} />
            </RecordItem>
            {record ? (
              <RecordFiles list="activities" id={record.id} level={3} />
            ) : (
              <Form.Item name="files" label={t('files.title')}>
                <FilesInput />
              </Form.Item>
            )}
            <CustomFormFields type="activities" fresh={!record} />
            {!record && can('activities:create') && (
              <>
                <Form.Item name="remind" valuePropName="checked" style={{ marginBottom: 8 }}>
                  <Checkbox
                    onChange={({ target }) => {
                      if (!target.checked || form.getFieldValue(['reminder', 'title'])) return;
                      form.setFieldsValue({
                        reminder: { title: form.getFieldValue('nextStep') || t('followups.again') },
                      });
                    }}
                  >
                    {t('followups.remind')}
                  </Checkbox>
                </Form.Item>
                <Form.Item noStyle dependencies={['remind']}>
                  {() =>
                    form.getFieldValue('remind') && (
                      <>
                        <Form.Item
                          name={['reminder', 'title']}
                          label={t('followups.title')}
                          rules={[
                            { required: true, whitespace: true, message: t('followups.titleRequired') },
                          ]}
                        >
                          <Input maxLength={200} />
                        </Form.Item>
                        <Form.Item
                          name={['reminder', 'dueOn']}
                          label={t('followups.dueOn')}
                          rules={[
                            { required: true, message: t('followups.dueRequired') },
                            {
                              validator: (_, value?: string) =>
                                !value || value >= today()
                                  ? Promise.resolve()
                                  : Promise.reject(new Error(t('followups.duePast'))),
                            },
                          ]}
                        >
                          <DayInput />
                        </Form.Item>
                      </>
                    )
                  }
                </Form.Item>
              </>
            )}
            {record ? (
              <p style={{ marginBottom: 16 }}>
                <SubjectLinks about={record} />
              </p>
            ) : (
              <SubjectFields form={form} about={about} required />
            )}
            <RecordItem
              name="happenedAt"
              label={t('followups.happenedAt')}
              rules={[{ required: true, message: t('followups.whenRequired') }]}
            >
              <WallClockInput />
            </RecordItem>
          </>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
