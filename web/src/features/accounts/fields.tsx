import './texts';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { useRoleName, useRoles } from './data';

export const useShortestPassword = () => useSession().data?.shortestPassword ?? 0;

export function RolesField() {
  const { t } = useTranslation();
  const roles = useRoles();
  const nameOf = useRoleName();
  return (
    <Form.Item name="roles" label={t('accounts.roles')}>
      <Select
        mode="multiple"
        loading={roles.isPending}
        optionFilterProp="label"
        options={(roles.data ?? []).map(role => ({ value: role.code, label: nameOf(role) }))}
      />
    </Form.Item>
  );
}

export function UsernameField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="username"
      label={t('accounts.username')}
      rules={[
        { required: true, message: t('accounts.required') },
        { pattern: /^\S{2,100}$/, message: t('accounts.usernameRule') },
      ]}
    >
      <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}

export function LanguageField() {
  const { t, i18n } = useTranslation();
  return (
    <Form.Item name="language" required label={t('accounts.language')}>
      <Select
        options={(['zh-CN', 'en'] as const).map(value => ({
          value,
          label: i18n.t('shell.language', { lng: value === 'en' ? 'zh-CN' : 'en' }),
        }))}
      />
    </Form.Item>
  );
}
