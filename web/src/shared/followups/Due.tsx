import { useTranslation } from 'react-i18next';
import { today, useFormat } from '@/shared/i18n';
import styles from './followups.module.css';

/** When a task is due; in red and in words when that day has passed. */
export function Due({ on, done = false }: { on: string; done?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const late = !done && on < today();
  return (
    <time
      dateTime={on}
      title={late ? t('followups.overdue', { date: on }) : on}
      className={late ? styles.late : undefined}
    >
      {format.day(on)}
    </time>
  );
}
