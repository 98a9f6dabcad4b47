import './texts';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import type { ReadOnly } from './spec';
import type { Saving, SpecKeeper } from './SpecKeeper';
import styles from './imports.module.css';

export function SaveState({ saving }: { saving: Saving }) {
  const { t } = useTranslation();
  return (
    <span className={styles.saveState} role="status" data-state={saving.state}>
      {t(`imports.saving.${saving.state}`)}
    </span>
  );
}

/** A change that could not be saved, and what can be done about it. */
export function NotSaved({ saving, keeper }: { saving: Saving; keeper: SpecKeeper }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const { problem } = saving;
  if (saving.state !== 'failed') return null;
  const stale = isProblem(problem) && problem.code === 'stale';
  const reasons = isProblem(problem) ? problem.errors : [];
  return (
    <Alert
      type={stale ? 'warning' : 'error'}
      showIcon
      role="alert"
      style={{ flex: '1 0 100%' }}
      title={t(stale ? 'imports.saving.staleTitle' : 'imports.saving.failedTitle')}
      description={
        <>
          {stale && <p>{t('imports.saving.staleText')}</p>}
          {!stale && reasons.length === 0 && <p>{text(problem)}</p>}
          {reasons.map(one => (
            <p key={one.field + one.code}>{one.message}</p>
          ))}
          <p className={styles.buttons}>
            <Button size="small" onClick={() => keeper.discard()}>
              {t(stale ? 'imports.saving.takeTheirs' : 'imports.saving.discard')}
            </Button>
            <Button size="small" onClick={() => void keeper.retry()}>
              {t(stale ? 'imports.saving.keepMine' : 'common.retry')}
            </Button>
          </p>
        </>
      }
    />
  );
}

export function ReadOnlyNote({ why, owner }: { why: ReadOnly; owner: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      title={t(`imports.readOnly.${why}`, { name: owner })}
      style={{ marginBottom: 16 }}
    />
  );
}
