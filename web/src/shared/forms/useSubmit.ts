import { useMutation } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { isProblem, newKey, type FieldError } from '@/shared/api';
import { showFieldErrors } from './problems';

/**
 * Sends a form. The idempotency key stays the same while no answer came, so that trying again after a lost
 * connection cannot save twice; field errors go to their fields and the rest to `error` and `homeless`.
 */
export function useSubmit<V, R, F = V>(
  form: FormInstance<F>,
  send: (values: V, idempotencyKey: string) => Promise<R>,
) {
  const key = useRef<string | null>(null);
  const [homeless, setHomeless] = useState<FieldError[]>([]);
  const mutation = useMutation({
    mutationFn: (values: V) => {
      key.current ??= newKey();
      return send(values, key.current);
    },
    onMutate: () => setHomeless([]),
    onSuccess: () => {
      key.current = null;
    },
    onError: error => {
      if (!isProblem(error) || !error.passing) key.current = null;
      setHomeless(showFieldErrors(form as FormInstance, error));
    },
  });
  const { error } = mutation;
  // When every complaint stands beside its field, one more alert would only repeat them.
  const atFields = isProblem(error) && error.errors.length > 0 && homeless.length === 0;
  return { ...mutation, error: atFields ? null : error, homeless };
}
