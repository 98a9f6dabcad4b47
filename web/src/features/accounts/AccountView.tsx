import './texts';
import { App, Button, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { FormDrawer, useStale } from '@/shared/forms';
import { Fetched, Fields, Missing, RecordHistory } from '@/shared/records';
import { useProblemText } from '@/shared/ui';
import { useAccount, useRefreshAccounts, useRoleName, useRoles, type Account } from './data';
import { LanguageField, RolesField, useShortestPassword, UsernameField } from './fields';
import styles from './accounts.module.css';

/** One account beside the list, with what can be done to it. */
export function AccountView({ person }: { person: string }) {
  const { t } = useTranslation();
  const account = useAccount(person);
  const missing = (
    <Missing title={t('accounts.missing')} back={{ to: '/accounts', label: t('shell.page.accounts') }} />
  );
  return (
    <Fetched query={account} missing={missing} rows={5} narrow>
      {data => <Loaded account={data} />}
    </Fetched>
  );
}

function Loaded({ account }: { account: Account }) {
  const { t, i18n } = useTranslation();
  const can = useCan();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const refresh = useRefreshAccounts();
  const roles = useRoles();
  const roleName = useRoleName();
  const shortest = useShortestPassword();
  const [doing, setDoing] = useState<'edit' | 'password' | null>(null);
  const { id, name, username, language } = account;
  const disabled = account.state === 'DISABLED';

  const roleNames = account.roles
    .map(code => roles.data?.find(role => role.code === code))
    .map((role, index) => (role ? roleName(role) : account.roles[index]))
    .join(t('common.separator'));
  const signOut = () =>
    void modal.confirm({
      title: t('accounts.signOut'),
      content: t('accounts.signOutText', { name }),
      okText: t('accounts.signOut'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () =>
        http.delete(`/api/accounts/${id}/sessions`).then(
          () => void message.success(t('accounts.signedOut', { name })),
          error => void modal.error({ title: problemText(error) }),
        ),
    });

  const resetFactor = () =>
    void modal.confirm({
      title: t('accounts.resetFactor'),
      content: t('accounts.resetFactorText', { name }),
      okText: t('accounts.resetFactor'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () =>
        http.delete(`/api/accounts/${id}/second-factor`).then(
          () => {
            void refresh();
            void message.success(t('accounts.factorReset', { name }));
          },
          error => void modal.error({ title: problemText(error) }),
        ),
    });

  return (
    <>
      <div className={styles.head}>
        <h2>{name}</h2>
        {disabled && <span className={styles.disabled}>{t('accounts.disabled')}</span>}
      </div>
      <Fields
        fields={[
          { key: 'username', label: t('accounts.username'), value: username },
          {
            key: 'status',
            label: t('accounts.status'),
            value: t(disabled ? 'accounts.disabled' : 'accounts.active'),
          },
          {
            key: 'roles',
            label: t('accounts.roles'),
            wide: true,
            value: roleNames || t('accounts.noRoles'),
          },
          {
            key: 'language',
            label: t('accounts.language'),
            value: i18n.t('shell.language', { lng: language === 'en' ? 'zh-CN' : 'en' }),
          },
          {
            key: 'password',
            label: t('accounts.passwordField'),
            value: t(account.hasPassword ? 'accounts.hasPassword' : 'accounts.noPassword'),
          },
          {
            key: 'secondFactor',
            label: t('accounts.secondFactor'),
            value: t(account.secondFactor ? 'accounts.factorOn' : 'accounts.factorOff'),
          },
          { key: 'createdAt', label: t('accounts.createdAt'), kind: 'INSTANT', value: account.createdAt },
          {
            key: 'lastSeenAt',
            label: t('accounts.lastSeenAt'),
            kind: 'INSTANT',
            value: account.lastSeenAt,
            ...(!account.lastSeenAt && { render: t('accounts.never') }),
          },
        ]}
      />
      {can('accounts:edit') && (
        <div className={styles.actions}>
          <Button type="primary" onClick={() => setDoing('edit')}>
            {t('common.edit')}
          </Button>
          <Button onClick={() => setDoing('password')}>{t('accounts.setPassword')}</Button>
          {account.secondFactor && (
            <Button danger onClick={resetFactor}>
              {t('accounts.resetFactor')}
            </Button>
          )}
          <Button danger onClick={signOut}>
            {t('accounts.signOut')}
          </Button>
        </div>
      )}
      <section className={styles.history} aria-label={t('accounts.history')}>
        <h2>{t('accounts.history')}</h2>
        <RecordHistory list="accounts" id={id} />
      </section>
      <EditForm account={account} open={doing === 'edit'} onClose={() => setDoing(null)} />
      <FormDrawer<Document<'SetPassword'>>
        open={doing === 'password'}
        title={t('accounts.setPassword')}
        onClose={() => setDoing(null)}
        save={body => http.put(`/api/accounts/${id}/password`, body)}
        onSaved={() => {
          void refresh();
          void message.success(t('accounts.passwordSet', { name }));
        }}
        width={480}
      >
        <Form.Item
          name="password"
          label={t('accounts.newPassword')}
          extra={t('accounts.newPasswordExtra', { number: shortest })}
          rules={[{ required: true, message: t('accounts.required') }]}
        >
          <Input.Password autoFocus autoComplete="new-password" />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

type Edited = Pick<Account, 'username' | 'roles' | 'language'> & { enabled: boolean };
const editedOf = ({ username, roles, language, disabled }: Account): Edited => ({
  username,
  roles,
  language,
  enabled: !disabled,
});
type EditProps = { account: Account; open: boolean; onClose: () => void };

function EditForm(props: EditProps) {
  return props.open ? <OpenedEditForm {...props} /> : null;
}

function OpenedEditForm({ account: given, open, onClose }: EditProps) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [account] = useState(given);
  const { t, i18n } = useTranslation();
  const refresh = useRefreshAccounts();
  const put = ({ enabled, ...rest }: Edited, version: number) =>
    http.put(`/api/accounts/${account.id}`, {
      ...rest,
      disabled: !enabled,
      version,
    } satisfies Document<'EditAccount'>);
  const stale = useStale<Edited>({
    fields: [
      { key: 'username', label: t('accounts.username') },
      { key: 'roles', label: t('accounts.roles') },
      {
        key: 'language',
        label: t('accounts.language'),
        render: value => i18n.t('shell.language', { lng: value === 'en' ? 'zh-CN' : 'en' }),
      },
      {
        key: 'enabled',
        label: t('accounts.enabled'),
        render: value => t(value ? 'common.yes' : 'common.no'),
      },
    ],
    shown: current => editedOf(current as unknown as Account),
    again: put,
    onDone: () => {
      onClose();
      void refresh();
    },
  });
  return (
    <>
      <FormDrawer<Edited>
        open={open}
        title={t('accounts.edit')}
        onClose={onClose}
        initial={editedOf(account)}
        save={values => put(values, account.version)}
        onSaved={() => void refresh()}
        onStale={stale.onStale}
        width={480}
      >
        <UsernameField />
        <RolesField />
        <LanguageField />
        <Form.Item
          name="enabled"
          required
          label={t('accounts.enabled')}
          valuePropName="checked"
          extra={t('accounts.disabledHint')}
        >
          <Switch />
        </Form.Item>
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
