import { Alert, Button, Drawer, Form, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '@/shared/api';
import { usePhone } from '@/shared/ui';
import { FormProblem } from './FormProblem';
import { RecordItems } from './RecordItem';
import { useDiscardQuestion, useUnsavedGuard } from './unsaved';
import { useEditing, type Edited } from './useEditing';
import { useSubmit } from './useSubmit';

export type FormDrawerProps<V extends object, R> = {
  open: boolean;
  title: string;
  onClose: () => void;
  initial?: Partial<V>;
  /** Saves; rejections become field errors. Pass the key on as `idempotencyKey` of a POST. */
  save: (values: V, idempotencyKey: string) => Promise<R>;
  /** After saving; the drawer has asked to be closed already. */
  onSaved?: (result: R, values: V) => void;
  /** A 409 `stale`: what was entered meets what stands there now; `base` is what the form began with. */
  onStale?: (problem: Problem, values: V, base: Partial<V>) => void;
  /** The record that is changed, so that others who change it hear of it. */
  editing?: Edited | null | undefined;
  submitText?: string;
  width?: number;
  /** Whose fields its `RecordItem`s are: the list of the record, and whether it is new. */
  of?: { list: string; fresh: boolean };
  /** Another thing to do with the record, away from saving. */
  extra?: ReactNode;
  /** The fields, or a function of the form for fields that depend on others. */
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
};

/** A form in a drawer: keeps the list in sight, never loses what was typed without asking. */
export function FormDrawer<V extends object, R = unknown>(props: FormDrawerProps<V, R>) {
  // The content mounts with each opening, so every form starts fresh.
  return props.open ? <Opened {...props} /> : null;
}

function Opened<V extends object, R>(props: FormDrawerProps<V, R>) {
  const { title, onClose, save, onSaved, onStale, submitText, width = 520, of, extra, children } = props;
  // What the form began with: whatever is fetched meanwhile is not what was changed.
  const [initial] = useState(props.initial);
  const others = useEditing(props.editing);
  const { t } = useTranslation();
  const phone = usePhone();
  const [form] = Form.useForm<V>();
  const [dirty, setDirty] = useState(false);
  const ask = useDiscardQuestion();
  const submit = useSubmit<V, R>(form, save);
  // The two versions are put together in a dialog of their own.
  const isStale = onStale !== undefined && isProblem(submit.error) && submit.error.code === 'stale';
  useUnsavedGuard(dirty);

  const close = async () => {
    if (dirty && !(await ask())) return;
    flushSync(() => setDirty(false));
    onClose();
  };
  const finish = (values: V) =>
    submit.mutate(values, {
      onSuccess: result => {
        flushSync(() => setDirty(false));
        onClose();
        onSaved?.(result, values);
      },
      onError: error => {
        if (isProblem(error) && error.code === 'stale') onStale?.(error, values, initial ?? {});
      },
    });

  const fields = typeof children === 'function' ? children(form) : children;

  return (
    <Drawer
      open
      title={title}
      size={phone ? '100%' : width}
      onClose={() => void close()}
      mask={{ blur: false }}
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {extra && <span style={{ marginRight: 'auto' }}>{extra}</span>}
          <Button onClick={() => void close()}>{t('common.cancel')}</Button>
          <Button type="primary" loading={submit.isPending} onClick={() => form.submit()}>
            {submitText ?? t('common.save')}
          </Button>
        </div>
      }
    >
      {others.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          style={{ marginBottom: 16 }}
          title={t('forms.editing', { names: others.map(one => one.name).join(t('common.separator')) })}
        />
      )}
      {!isStale && <FormProblem error={submit.error} homeless={submit.homeless} />}
      <Form<V>
        form={form}
        layout="vertical"
        {...(initial && { initialValues: initial })}
        onValuesChange={() => setDirty(true)}
        onFinish={finish}
        onKeyDown={event => {
          // In long texts Enter begins a line; with Ctrl or ⌘ it saves from anywhere.
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || submit.isPending) return;
          event.preventDefault();
          form.submit();
        }}
      >
        {of ? <RecordItems of={of}>{fields}</RecordItems> : fields}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  );
}
