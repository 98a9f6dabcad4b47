import { useTranslation } from 'react-i18next';
import { isProblem, type FieldError } from '@/shared/api';
import { FormProblem } from '@/shared/forms';
import styles from './session.module.css';

/** Why an attempt came to nothing; after too many, how long to wait before the next. */
export function AttemptProblem({ error, homeless = [] }: { error: unknown; homeless?: FieldError[] }) {
  const { t } = useTranslation();
  const wait = isProblem(error) && error.status === 429 ? error.retryAfter : undefined;
  if (!wait) return <FormProblem error={error} homeless={homeless} />;
  return (
    <p role="alert" className={styles.wait}>
      {t('session.tooMany', { seconds: wait })}
    </p>
  );
}
