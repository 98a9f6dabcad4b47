import { useTranslation } from 'react-i18next';
import type { Money } from '@/shared/api';
import { useFormat } from '@/shared/i18n';

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Says any value of the log in words; nothing is said as an empty text. */
export function useSpoken() {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = (value: unknown): string => {
    if (value == null || value === '') return '';
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
    if (typeof value === 'number') return format.exactNumber(value);
    if (typeof value === 'string') return moment.test(value) ? format.exactInstant(value) : value;
    if (Array.isArray(value)) return value.map(spoken).filter(Boolean).join(t('common.separator'));
    if (typeof value !== 'object') return String(value);
    if ('name' in value) return String(value.name);
    if ('amount' in value && 'currency' in value) return format.exactMoney(value as Money);
    return JSON.stringify(value);
  };
  return spoken;
}
