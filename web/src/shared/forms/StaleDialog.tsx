import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/shared/api';
import styles from './forms.module.css';

export type StaleField = { key: string; label: string; render?: (value: unknown) => ReactNode };
type Props = {
  /** The 409 `stale` problem with the record's present state, or null while there is none. */
  problem: Problem | null;
  mine: Record<string, unknown>;
  fields: StaleField[];
  /** Forget mine and show what is there now. */
  onReload: (current: Record<string, unknown>) => void;
  /** Send mine again on top of the present version. */
  onReapply: (version: number) => void;
  onCancel: () => void;
};

/** What stands at a path such as `custom.region`. */
const at = (record: Record<string, unknown>, path: string) =>
  path.split('.').reduce<unknown>((within, key) => (within as Record<string, unknown> | null)?.[key], record);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function words(value: unknown): ReactNode {
  if (value == null || value === '') return null;
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Two people changed one record: both versions side by side, and the choice. */
export function StaleDialog({ problem, mine, fields, onReload, onReapply, onCancel }: Props) {
  const { t } = useTranslation();
  const current = problem?.current ?? {};
  const differing = fields.filter(
    ({ key }) => at(mine, key) !== undefined && !same(at(mine, key), at(current, key)),
  );
  return (
    <Modal
      open={problem !== null}
      title={t('forms.stale.title')}
      onCancel={onCancel}
      width={640}
      footer={[
        <Button key="reapply" danger onClick={() => onReapply(Number(current.version ?? 0))}>
          {t('forms.stale.reapply')}
        </Button>,
        <Button key="reload" type="primary" autoFocus onClick={() => onReload(current)}>
          {t('forms.stale.reload')}
        </Button>,
      ]}
    >
      <p className={styles.staleText}>{t('forms.stale.text')}</p>
      {differing.length === 0 ? (
        <p>{t('forms.stale.same')}</p>
      ) : (
        <table className={styles.stale}>
          <thead>
            <tr>
              <th scope="col">{t('forms.stale.field')}</th>
              <th scope="col">{t('forms.stale.theirs')}</th>
              <th scope="col">{t('forms.stale.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ key, label, render = words }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{render(at(current, key)) ?? t('common.dash')}</td>
                <td>{render(at(mine, key)) ?? t('common.dash')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}
