import type { Money } from '@/shared/api';

export type Speak = {
  yes: string;
  no: string;
  money: (money: Money) => string;
  instant: (text: string) => string;
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value of a history entry in words; empty when there is none. */
export function spoken(value: unknown, speak: Speak): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? speak.yes : speak.no;
  if (typeof value === 'string') return moment.test(value) ? speak.instant(value) : value;
  if (Array.isArray(value)) return value.map(one => spoken(one, speak)).join(', ');
  if (typeof value === 'object') {
    if ('name' in value) return String(value.name);
    if ('amount' in value && 'currency' in value) return speak.money(value as Money);
    return JSON.stringify(value);
  }
  return String(value);
}
