import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat, wallClock } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import styles from './records.module.css';

export type Happening = {
  id: string;
  /** When, as an instant. */
  at: string;
  by?: string | null;
  icon?: ReactNode;
  title: ReactNode;
  body?: ReactNode;
  /** The one that must not be missed. */
  urgent?: boolean;
};
type Props = {
  items: Happening[] | undefined;
  error?: unknown;
  onRetry?: () => void;
  /** More, older ones exist. */
  onEarlier?: (() => void) | undefined;
  loadingEarlier?: boolean;
  empty?: ReactNode;
};

/** What happened, newest first, a head for each day. */
export function Timeline({ items, error, onRetry, onEarlier, loadingEarlier = false, empty }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (error) return <ProblemAlert error={error} onRetry={onRetry} />;
  if (!items) return <Bars rows={5} height={56} />;
  if (items.length === 0) return <Blank title={empty ?? t('records.noTimeline')} />;
  const days = new Map<string, Happening[]>();
  for (const item of items) {
    const { date } = wallClock(item.at);
    days.set(date, [...(days.get(date) ?? []), item]);
  }
  return (
    <div className={styles.timeline}>
      {[...days].map(([date, inside]) => (
        <section key={date} aria-label={date}>
          <h3 data-today={date === today()}>
            <time dateTime={date} title={date}>
              {format.day(date)}
            </time>
          </h3>
          <ul>
            {inside.map(({ id, at, by, icon, title, body, urgent }) => (
              <li key={id} data-urgent={urgent ?? false}>
                <span className={styles.mark} aria-hidden="true">
                  {icon}
                </span>
                <div className={styles.happening}>
                  <p>{title}</p>
                  {body && <div className={styles.happeningBody}>{body}</div>}
                  <p className={`${styles.happeningBy} numbers`}>
                    {by} <time dateTime={at}>{wallClock(at).time}</time>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {onEarlier && (
        <Button size="small" loading={loadingEarlier} onClick={onEarlier}>
          {t('records.earlier')}
        </Button>
      )}
    </div>
  );
}
