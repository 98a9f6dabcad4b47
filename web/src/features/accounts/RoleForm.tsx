import './texts';
import { Alert, App, Button, Form, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { http, isProblem, type Document, type Problem } from '@/shared/api';
import { FormProblem, MergeDialog, useSubmit, useUnsavedGuard } from '@/shared/forms';
import { HistoryButton } from '@/shared/records';
import { Bars, useProblemText } from '@/shared/ui';
import {
  useRefreshAccounts,
  useRoleName,
  type Allowed,
  type FieldRule,
  type PermissionGroup,
  type Role,
} from './data';
import { Matrix } from './Matrix';
import { sameAllows, sameFields, withoutUnits } from './permissions';
import styles from './accounts.module.css';

const FieldLevels = lazy(() => import('./FieldLevels'));

type Props = {
  role: Role;
  groups: PermissionGroup[];
  readOnly: boolean;
  /** Leads to another role, or to none. */
  onGo: (to: string) => void;
};
type Names = Pick<Role, 'name' | 'nameEn'>;
type Edited = Names & Pick<Role, 'allows' | 'fields'>;

const editedOf = ({ name, nameEn, allows, fields }: Role): Edited => ({ name, nameEn, allows, fields });

/** One role: its names and what it allows. */
export function RoleForm({ role, groups, readOnly, onGo }: Props) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const refresh = useRefreshAccounts();
  const roleName = useRoleName();
  const [form] = Form.useForm<Names>();
  const [base, setBase] = useState(role);
  const [names, setNames] = useState<Names>({ name: role.name, nameEn: role.nameEn });
  const [allows, setAllows] = useState<Allowed[]>(role.allows);
  const [fields, setFields] = useState<FieldRule[]>(role.fields);
  const [stale, setStale] = useState<Problem | null>(null);
  const creating = base.id === '';

  const dirty =
    !sameAllows(allows, base.allows) ||
    !sameFields(fields, base.fields) ||
    names.name !== base.name ||
    names.nameEn !== base.nameEn;
  useUnsavedGuard(dirty);
  const empty = withoutUnits(allows).length > 0;

  const submit = useSubmit<Document<'EditRole'>, Role, Names>(form, (edited, idempotencyKey) =>
    creating
      ? http.post<Role>('/api/roles', edited, { idempotencyKey })
      : http.put<Role>(`/api/roles/${base.id}`, edited),
  );
  const show = (now: Role) => {
    const { name, nameEn } = now;
    form.setFieldsValue({ name, nameEn });
    flushSync(() => {
      setBase(now);
      setNames({ name, nameEn });
      setAllows(now.allows);
      setFields(now.fields);
    });
  };
  const save = (version: number, edited: Edited = { ...names, allows, fields }) => {
    submit.mutate(
      { ...edited, version },
      {
        onSuccess: saved => {
          show(saved);
          void refresh();
          void message.success(
            t(creating ? 'accounts.rolesPage.created' : 'accounts.rolesPage.saved', {
              name: roleName(saved),
            }),
          );
          if (creating) onGo(`?open=${saved.id}`);
        },
        onError: error => {
          if (isProblem(error) && error.code === 'stale') setStale(error);
        },
      },
    );
  };
  const remove = () =>
    void modal.confirm({
      title: t('accounts.rolesPage.removeTitle', { name: roleName(base) }),
      content: t('accounts.rolesPage.removeText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () =>
        http.delete(`/api/roles/${base.id}`).then(
          () => {
            show(base);
            void message.success(t('accounts.rolesPage.removed', { name: roleName(base) }));
            void refresh();
            onGo('/roles');
          },
          error => void modal.error({ title: problemText(error) }),
        ),
    });
  const required = { required: true, whitespace: true, message: t('accounts.required') };
  const isStale = isProblem(submit.error) && submit.error.code === 'stale';

  return (
    <div className={styles.role}>
      {!isStale && <FormProblem error={submit.error} homeless={submit.homeless} />}
      <Form<Names>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.names}
        disabled={readOnly}
        initialValues={names}
        onValuesChange={(_, values) => setNames({ ...names, ...values })}
        onFinish={() => save(base.version)}
      >
        <Form.Item name="name" label={t('accounts.rolesPage.name')} rules={[required]}>
          <Input maxLength={100} autoFocus={creating} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('accounts.rolesPage.nameEn')} rules={[required]}>
          <Input maxLength={100} />
        </Form.Item>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
      <div className={styles.head}>
        <h2>{t('accounts.rolesPage.permissions')}</h2>
        <span className={`${styles.hint} numbers`}>
          {t('accounts.rolesPage.allows', { count: allows.length, number: allows.length })}
        </span>
        {!creating && (
          <HistoryButton of={{ list: 'roles', id: base.id, name: roleName(base) }} size="small" />
        )}
      </div>
      <Matrix groups={groups} allows={allows} readOnly={readOnly} onChange={setAllows} />
      <Suspense fallback={<Bars rows={4} />}>
        <FieldLevels key={base.id} rules={fields} readOnly={readOnly} onChange={setFields} />
      </Suspense>
      {empty && (
        <Alert
          type="warning"
          showIcon
          title={t('accounts.rolesPage.unitsNeeded')}
          style={{ marginTop: 16 }}
        />
      )}
      {!readOnly && (
        <footer className={styles.foot}>
          {!creating && (
            <Button danger type="text" onClick={remove}>
              {t('accounts.rolesPage.remove')}
            </Button>
          )}
          <span className={styles.grow} />
          {dirty && <span className={styles.hint}>{t('accounts.rolesPage.unsaved')}</span>}
          {dirty && !creating && <Button onClick={() => show(base)}>{t('accounts.rolesPage.reset')}</Button>}
          <Button
            type="primary"
            disabled={!dirty || empty}
            loading={submit.isPending}
            onClick={() => form.submit()}
          >
            {t('common.save')}
          </Button>
        </footer>
      )}
      <MergeDialog<Edited>
        meeting={
          stale && {
            base: editedOf(base),
            mine: { ...names, allows, fields },
            theirs: editedOf(stale.current as unknown as Role),
          }
        }
        fields={[
          { key: 'name', label: t('accounts.rolesPage.name') },
          { key: 'nameEn', label: t('accounts.rolesPage.nameEn') },
          {
            key: 'allows',
            label: t('accounts.rolesPage.permissions'),
            render: value =>
              Array.isArray(value)
                ? t('accounts.rolesPage.allows', { count: value.length, number: value.length })
                : null,
          },
          {
            key: 'fields',
            label: t('accounts.fields.title'),
            render: value =>
              Array.isArray(value)
                ? t('accounts.fields.closed', { count: value.length, number: value.length })
                : null,
          },
        ]}
        saving={submit.isPending}
        onCancel={() => setStale(null)}
        onSave={values => {
          const now = stale!.current as unknown as Role;
          setStale(null);
          // Should it be stale once more, what they made of it is what the next comparison begins with.
          setBase(now);
          form.setFieldsValue({ name: values.name, nameEn: values.nameEn });
          setNames({ name: values.name, nameEn: values.nameEn });
          setAllows(values.allows);
          setFields(values.fields);
          save(now.version, values);
        }}
      />
    </div>
  );
}
