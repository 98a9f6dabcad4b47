import './texts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { ProblemAlert } from '@/shared/ui';
import { useStart } from './data';
import { goodRows } from './spec';
import type { Import, Report } from './types';
import styles from './imports.module.css';

type Props = { imported: Import; report: Report; onRun: () => void };

/** The decision: refused rows are left out only when one says so. */
export function Run({ imported, report, onRun }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const start = useStart(imported, 'run');
  const [leaveOut, setLeaveOut] = useState(false);
  const good = goodRows(report);
  const { refused } = report;
  if (good === 0) return null;
  return (
    <div className={styles.run}>
      <ProblemAlert error={start.error} />
      {refused > 0 && (
        <Checkbox checked={leaveOut} onChange={event => setLeaveOut(event.target.checked)}>
          {t('imports.check.withRefused', {
            good: format.exactNumber(good),
            refused: format.exactNumber(refused),
          })}
        </Checkbox>
      )}
      <Button
        type="primary"
        disabled={refused > 0 && !leaveOut}
        loading={start.isPending}
        onClick={() => start.mutate({ withRefused: refused > 0 }, { onSuccess: onRun })}
      >
        {t('imports.check.import', { count: good, number: format.exactNumber(good) })}
      </Button>
    </div>
  );
}
