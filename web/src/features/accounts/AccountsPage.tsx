import './texts';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '@/shared/api';
import { ListPage, useListQuery } from '@/shared/lists';
import { Bars } from '@/shared/ui';
import { PlusOutlined } from '@/shared/ui/icons';
import { SignInRules } from './SignInRules';

const NewAccountForm = lazy(() => import('./NewAccountForm'));
const AccountView = lazy(() => import('./AccountView').then(({ AccountView: View }) => ({ default: View })));

/** Who may sign in, and as what. */
export default function AccountsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { change } = useListQuery();
  return (
    <ListPage
      list="accounts"
      create={form =>
        form.open && (
          <Suspense fallback={null}>
            <NewAccountForm {...form} />
          </Suspense>
        )
      }
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
