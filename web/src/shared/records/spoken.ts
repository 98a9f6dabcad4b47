import { useTranslation } from 'react-i18next';
import type { Money } from '@/shared/api';
import { useFormat } from '@/shared/i18n';

export type Speak = {
  yes: string;
  no: string;
  separator: string;
  number: (value: number) => string;
  money: (money: Money) => string;
  instant: (text: string) => string;
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value of a history entry in words; empty when there is none. */
export function spoken(value: unknown, speak: Speak): string {
  if (value == null || value === '') return '';
  if (typeof value === 'boolean') return value ? speak.yes : speak.no;
  if (typeof value === 'number') return speak.number(value);
  if (typeof value === 'string') return moment.test(value) ? speak.instant(value) : value;
  if (Array.isArray(value)) {
    return value
      .map(one => spoken(one, speak))
      .filter(Boolean)
      .join(speak.separator);
  }
  if (typeof value !== 'object') return String(value);
  if ('name' in value) return String(value.name);
  if ('amount' in value && 'currency' in value) return speak.money(value as Money);
  return JSON.stringify(value);
}

/** Says any value of the log in the language in use. */
export function useSpoken() {
  const { t } = useTranslation();
  const format = useFormat();
  const speak: Speak = {
    yes: t('common.yes'),
    no: t('common.no'),
    separator: t('common.separator'),
    number: format.exactNumber,
    money: format.exactMoney,
    instant: format.exactInstant,
  };
  return (value: unknown) => spoken(value, speak);
}
