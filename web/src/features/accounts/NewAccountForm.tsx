import './texts';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, useCan, useSession } from '@/shared/api';
import { FormDrawer, PersonSelect } from '@/shared/forms';
import { useLanguage } from '@/shared/i18n';
import { useListQuery } from '@/shared/lists';
import { useRefreshAccounts, type NewAccount } from './data';
import { LanguageField, RolesField, useShortestPassword, UsernameField } from './fields';

export default function NewAccountForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const mine = useLanguage();
  const company = useSession().data?.company;
  const shortest = useShortestPassword();
  const { change } = useListQuery();
  const refresh = useRefreshAccounts();
  return (
    <FormDrawer<NewAccount>
      open={open && can('accounts:edit')}
      title={t('accounts.create')}
      onClose={onClose}
      initial={{ roles: [], language: company?.language ?? mine }}
      save={(values, idempotencyKey) =>
        http.post('/api/accounts', { ...values, password: values.password || null } satisfies NewAccount, {
          idempotencyKey,
        })
      }
      onSaved={(_, { person }) => {
        void refresh();
        change({ creating: false, open: person });
      }}
    >
      <Form.Item
        name="person"
        label={t('accounts.person')}
        rules={[{ required: true, message: t('accounts.required') }]}
      >
        <PersonSelect />
      </Form.Item>
      <UsernameField />
      <Form.Item
        name="password"
        label={t('accounts.password')}
        extra={t('accounts.passwordExtra', { number: shortest })}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <RolesField />
      <LanguageField />
    </FormDrawer>
  );
}
