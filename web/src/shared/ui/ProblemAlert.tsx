import { Alert, Button } from 'antd';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';

/** What went wrong in a person's words; the server's own sentence when it has one. */
export function useProblemText() {
  const { t } = useTranslation();
  return (error: unknown) => {
    if (!isProblem(error)) return t('common.problem.unknown');
    if (error.code === 'offline') return t('common.problem.offline');
    if (error.detail) return error.detail;
    if (error.status === 403) return t('common.problem.notAllowed');
    if (error.status === 404) return t('common.problem.notFound');
    if (error.passing) return t('common.problem.busy');
    return error.title ?? t('common.problem.unknown');
  };
}

type Props = { error: unknown; onRetry?: (() => void) | undefined; style?: CSSProperties };

/** A failure shown where it happened, with its code and, where it makes sense, another try. */
export function ProblemAlert({ error, onRetry, style }: Props) {
  const { t } = useTranslation();
  const text = useProblemText();
  if (!error) return null;
  return (
    <Alert
      type="error"
      showIcon
      style={style}
      role="alert"
      title={text(error)}
      description={isProblem(error) ? t('common.problem.code', { code: error.code }) : undefined}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}
