import './texts';
import { Checkbox, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Reach } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { usePhone } from '@/shared/ui';
import { useUnits, type Allowed, type PermissionGroup } from './data';
import { actionsOf, allow, reaches, treeOf } from './permissions';
import styles from './accounts.module.css';

type Props = {
  groups: PermissionGroup[];
  allows: Allowed[];
  readOnly: boolean;
  onChange: (allows: Allowed[]) => void;
};

/** Modules down, actions across: had or not had, or had as far as a reach. */
export function Matrix(props: Props) {
  const { groups } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const actions = actionsOf(groups);
  if (phone) {
    return groups.map(group => (
      <section key={group.module} className={styles.module} aria-label={group.label}>
        <h3>{group.label}</h3>
        {group.permissions.map(permission => (
          <div key={permission.name} className={styles.permission}>
            <span>{permission.label}</span>
            <Grant {...props} group={group} permission={permission} />
          </div>
        ))}
      </section>
    ));
  }
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={t('accounts.rolesPage.permissions')}
      tabIndex={0}
    >
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('accounts.rolesPage.module')}</th>
            {actions.map(({ action, label }) => (
              <th key={action} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <tr key={group.module}>
              <th scope="row">{group.label}</th>
              {actions.map(({ action, label }) => {
                const permission = group.permissions.find(one => one.action === action);
                return (
                  <td key={action}>
                    {permission && (
                      <>
                        {permission.label !== label && <small>{permission.label}</small>}
                        <Grant {...props} group={group} permission={permission} />
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type GrantProps = Props & { group: PermissionGroup; permission: PermissionGroup['permissions'][number] };

function Grant({ group, permission, allows, readOnly, onChange }: GrantProps) {
  const { t } = useTranslation();
  const { name, label, scoped } = permission;
  const now = allows.find(one => one.permission === name);
  const title = `${group.label} · ${label}`;
  if (!scoped) {
    return (
      <Checkbox
        aria-label={title}
        checked={now !== undefined}
        disabled={readOnly}
        onChange={event => onChange(allow(allows, name, event.target.checked ? 'ALL' : null))}
      />
    );
  }
  return (
    <>
      <Select<Reach | ''>
        size="small"
        variant="filled"
        aria-label={title}
        className={styles.reach ?? ''}
        popupMatchSelectWidth={false}
        value={now?.reach ?? ''}
        disabled={readOnly}
        labelRender={({ value, label: name }) => (value ? name : t('common.dash'))}
        options={[
          { value: '', label: t('accounts.rolesPage.none') },
          ...reaches.map(value => ({ value, label: t(`accounts.reach.${value}`) })),
        ]}
        onChange={reach => onChange(allow(allows, name, reach || null, now?.units))}
      />
      {now?.reach === 'CHOSEN' && (
        <UnitSelect
          label={`${title} · ${t('accounts.rolesPage.units')}`}
          value={now.units}
          disabled={readOnly}
          onChange={units => onChange(allow(allows, name, 'CHOSEN', units))}
        />
      )}
    </>
  );
}

type UnitProps = { label: string; value: string[]; disabled: boolean; onChange: (units: string[]) => void };

/** Chooses departments; each stands for those below it too. */
function UnitSelect({ label, value, disabled, onChange }: UnitProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const units = useUnits(true);
  const named = (units.data?.units ?? []).map(({ id, parentId, name, nameEn }) => ({
    id,
    parentId,
    name: format.localName({ name, nameEn }),
  }));
  return (
    <TreeSelect<string[]>
      size="small"
      className={styles.units ?? ''}
      aria-label={label}
      treeData={treeOf(named)}
      treeCheckable
      treeCheckStrictly={false}
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      treeDefaultExpandAll
      maxTagCount={1}
      popupMatchSelectWidth={280}
      placeholder={t('accounts.rolesPage.units')}
      status={value.length === 0 ? 'warning' : ''}
      loading={units.isFetching}
      value={value}
      disabled={disabled}
      onChange={next => onChange(next)}
    />
  );
}
