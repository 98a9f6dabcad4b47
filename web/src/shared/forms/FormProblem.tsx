import { Alert } from 'antd';
import { isProblem, type FieldError } from '@/shared/api';
import { ProblemAlert } from '@/shared/ui';

/** The part of a refusal that belongs to no single field. */
export function FormProblem({ error, homeless = [] }: { error: unknown; homeless?: FieldError[] }) {
  if (!error) return null;
  if (homeless.length === 0) return <ProblemAlert error={error} style={{ marginBottom: 16 }} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={isProblem(error) ? error.detail : undefined}
      description={homeless.map(({ field, message }) => (
        <div key={field + message}>{message}</div>
      ))}
    />
  );
}
