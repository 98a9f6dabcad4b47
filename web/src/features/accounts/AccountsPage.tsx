import { Button, Form, Input } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http, useCan, useSession } from '@/shared/api';
import { FormDrawer, PersonSelect } from '@/shared/forms';
import { useLanguage } from '@/shared/i18n';
import { ListPage, useListQuery } from '@/shared/lists';
import { Bars } from '@/shared/ui';
import { PlusOutlined } from '@/shared/ui/icons';
import { useRefreshAccounts, type NewAccount } from './data';
import { LanguageField, RolesField, useShortestPassword, UsernameField } from './fields';
import { SignInRules } from './SignInRules';

const AccountView = lazy(() => import('./AccountView').then(({ AccountView: View }) => ({ default: View })));

/** Who may sign in, and as what. */
export default function AccountsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { change } = useListQuery();
  return (
    <ListPage
      list="accounts"
      create={form => <NewAccountForm {...form} />}
      drawer={({ id }) => (
        <Suspense fallback={<Bars rows={6} />}>
          <AccountView key={id} person={id} />
        </Suspense>
      )}
      actions={
        <>
          <Link to="/roles">
            <Button tabIndex={-1}>{t('accounts.rolesPage.title')}</Button>
          </Link>
          <SignInRules />
          {can('accounts:edit') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ creating: true })}>
              {t('common.create')}
            </Button>
          )}
        </>
      }
    />
  );
}

function NewAccountForm({ open, onClose }: { open: boolean; onClose: () => void }) {
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
