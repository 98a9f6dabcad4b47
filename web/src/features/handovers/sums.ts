import { useCallback } from 'react';
import type { Money } from '@/shared/api';
import { useFormat } from '@/shared/i18n';

/** Sums of several currencies in one line. */
export function useSums() {
  const format = useFormat();
  return useCallback((sums: Money[]) => sums.map(money => format.shortMoney(money)).join(' + '), [format]);
}
