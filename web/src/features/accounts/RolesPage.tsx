import './texts';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { Bars, Blank, ProblemAlert, usePhone } from '@/shared/ui';
import { ArrowLeftOutlined, PlusOutlined } from '@/shared/ui/icons';
import { usePermissions, useRoleName, useRoles, type Role } from './data';
import { RoleForm } from './RoleForm';
import styles from './accounts.module.css';

const fresh: Role = { id: '', code: '', name: '', nameEn: '', allows: [], fields: [], people: 0, version: 0 };

/** Roles at the left, what the chosen one allows at the right. */
export default function RolesPage() {
  const { t } = useTranslation();
  const can = useCan();
  const phone = usePhone();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const roles = useRoles();
  const permissions = usePermissions();
  const roleName = useRoleName();
  const creating = params.get('create') === '1' && can('accounts:edit');
  const open = params.get('open');
  const chosen = creating
    ? fresh
    : (roles.data?.find(({ id }) => id === open) ?? (phone ? undefined : roles.data?.[0]));
  const error = roles.error ?? permissions.error;

  const list = (
    <nav className={styles.roles} aria-label={t('accounts.rolesPage.list')}>
      {roles.data?.map(role => (
        <Link
          key={role.id}
          to={`?open=${role.id}`}
          aria-current={role.id === chosen?.id ? 'true' : undefined}
        >
          <span>{roleName(role)}</span>
          <small className="numbers">
            {t('accounts.rolesPage.people', { count: role.people, number: role.people })}
          </small>
        </Link>
      ))}
    </nav>
  );
  return (
    <section className={styles.page} aria-label={t('accounts.rolesPage.title')}>
      <header className={styles.top}>
        {phone && chosen && (
          <Link to="/roles" className={styles.back}>
            <ArrowLeftOutlined /> {t('accounts.rolesPage.list')}
          </Link>
        )}
        <div className={styles.head}>
          <h1>{t('accounts.rolesPage.title')}</h1>
          {can('accounts:edit') && !creating && (
            <Link to="?create=1">
              <Button icon={<PlusOutlined />} tabIndex={-1}>
                {t('accounts.rolesPage.create')}
              </Button>
            </Link>
          )}
        </div>
        <p className={styles.hint}>{t('accounts.rolesPage.text')}</p>
      </header>
      {error && (
        <ProblemAlert
          error={error}
          onRetry={() => void Promise.all([roles.refetch(), permissions.refetch()])}
          style={{ margin: 24 }}
        />
      )}
      {!roles.data || !permissions.data ? (
        !error && <Bars rows={10} />
      ) : (
        <div className={styles.split}>
          {!(phone && chosen) && list}
          {chosen ? (
            <RoleForm
              // A role saved elsewhere must not replace what is being edited, hence not keyed by its version.
              key={chosen.id}
              role={chosen}
              groups={permissions.data}
              readOnly={!can('accounts:edit')}
              onGo={to => void navigate(to, { replace: true })}
            />
          ) : (
            !phone && (
              <Blank
                title={t(roles.data.length ? 'accounts.rolesPage.choose' : 'accounts.rolesPage.empty')}
              />
            )
          )}
        </div>
      )}
    </section>
  );
}
