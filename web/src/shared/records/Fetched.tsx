import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './records.module.css';

type Props<T> = {
  query: UseQueryResult<T>;
  /** Shown when there is no such record, or none for this person. */
  missing: ReactNode;
  rows?: number;
  /** In a drawer, which has its own margins. */
  narrow?: boolean;
  children: (data: T) => ReactNode;
};

/** A record once it is there. When asking again fails, what is shown stays, and so does what is being typed. */
export function Fetched<T>({ query, missing, rows = 8, narrow = false, children }: Props<T>) {
  const { t } = useTranslation();
  const { data, error, refetch } = query;
  const retry = () => void refetch();
  if (data === undefined) {
    if (isProblem(error) && error.status === 404) return missing;
    if (error) return <ProblemAlert error={error} onRetry={retry} style={narrow ? {} : { margin: 24 }} />;
    return <Bars rows={rows} />;
  }
  return (
    <>
      {error && (
        <div className={styles.notRenewed} data-narrow={narrow}>
          <ProblemAlert error={error} onRetry={retry} />
          <small>{t('records.notRenewed')}</small>
        </div>
      )}
      {children(data)}
    </>
  );
}
