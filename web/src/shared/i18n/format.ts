import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency, Language, Money } from '@/shared/api/types';
import { size } from './size';

/** Where "today" is decided: the company's time zone, once the session is known. */
let zone: string | undefined;
export const setTimeZone = (timeZone: string | undefined) => {
  zone = timeZone;
};

const cache = new Map<string, Intl.NumberFormat>();
function numbers(language: Language, options: Intl.NumberFormatOptions) {
  const key = language + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.NumberFormat(language, options)));
  return format;
}

const minus = (text: string) => text.replace('-', '−');
const steps = {
  'zh-CN': [
    { size: 1e8, unit: ' 亿' },
    { size: 1e4, unit: ' 万' },
  ],
  en: [
    { size: 1e9, unit: 'B' },
    { size: 1e6, unit: 'M' },
    { size: 1e3, unit: 'K' },
  ],
} as const;

/** At most three or four digits: 1,235 万 · 12.3M. Below the first step the number stays as it is. */
export function shortNumber(value: number, language: Language) {
  const said = ({ size, unit }: { size: number; unit: string }) => {
    const scaled = value / size;
    const digits = Math.abs(scaled) >= 100 || Number.isInteger(scaled) ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
    const rounded = Number(Math.abs(scaled).toFixed(digits));
    return {
      rounded: rounded * size,
      text: minus(numbers(language, { maximumFractionDigits: digits }).format(scaled)) + unit,
    };
  };
  const units = [...steps[language], { size: 1, unit: '' }];
  const at = units.findIndex(({ size }) => Math.abs(value) >= size);
  const first = said(units[at < 0 ? units.length - 1 : at]!);
  // Rounding may lead up to the next unit: 99,999,999 is 1 亿, not 10,000 万.
  const above = units[at - 1];
  return above && first.rounded >= above.size ? said(above).text : first.text;
}

export const exactNumber = (value: number, language: Language, maximumFractionDigits = 6) =>
  minus(numbers(language, { maximumFractionDigits }).format(value));

function symbol(currency: Currency | null, language: Language) {
  if (currency === null) return '';
  const parts = numbers(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return parts.formatToParts(0).find(part => part.type === 'currency')?.value ?? currency;
}

export function shortMoney({ amount, currency }: Money, language: Language) {
  const sign = amount < 0 ? '−' : '';
  return sign + symbol(currency, language) + shortNumber(Math.abs(amount), language);
}

/** All digits the currency has. Without its symbol where a column's head names it, as a plain number where none is. */
export function exactMoney({ amount, currency }: Money, language: Language, withSymbol = true) {
  if (currency === null) return exactNumber(amount, language);
  const digits = numbers(language, { style: 'currency', currency }).resolvedOptions();
  const text = numbers(language, {
    minimumFractionDigits: digits.minimumFractionDigits ?? 2,
    maximumFractionDigits: digits.maximumFractionDigits ?? 2,
  }).format(Math.abs(amount));
  return (amount < 0 ? '−' : '') + (withSymbol ? symbol(currency, language) : '') + text;
}

/** With exactly so many decimals, as numbers under one another need. */
export const fixedNumber = (value: number, language: Language, digits: number) =>
  minus(numbers(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value));

/** A share from 0 to 100, as the server gives it, with one decimal unless more are wanted: 12.5 is 12.5%. */
export const percent = (value: number, language: Language, digits = 1) => {
  const format = numbers(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return minus(format.format(value / 100));
};

/** A change in percent says its direction in a sign and an arrow, never in colour alone. */
export function change(value: number, language: Language) {
  if (value === 0) return percent(0, language);
  return value > 0 ? `▲ +${percent(value, language)}` : `▼ ${percent(value, language)}`;
}

/** What a record is called in a language: its English name where it has one. */
export const localName = (
  { name, nameEn }: { name: string; nameEn?: string | null | undefined },
  language: Language,
) => (language === 'en' && nameEn ? nameEn : name);

const pad = (value: number) => String(value).padStart(2, '0');
export const isoDate = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`;

/** The wall clock of an instant in the company's time zone. */
export function wallClock(instant: Date | string, timeZone = zone) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(p => p.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** The instant at which clocks in the company's time zone show a date and a time (HH:mm). */
export function instantAt(date: string, time: string, timeZone = zone): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  let guess = wanted;
  // Twice, because the first step may cross a change of the clocks.
  for (let step = 0; step < 2; step++) {
    const shown = wallClock(new Date(guess), timeZone);
    guess += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return new Date(guess).toISOString();
}

/** A calendar date so many days later, or earlier. */
export const daysLater = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const today = (now: Date = new Date()) => wallClock(now).date;

/** Whole days from `from` to `to`, both calendar dates. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const near = 7;

/** As people say it within a week of today (今天, 昨天, 3 天后), the ISO date further away. */
export function day(date: string, language: Language, now: Date = new Date()) {
  const distance = daysBetween(today(now), date);
  if (!Number.isFinite(distance) || Math.abs(distance) > near) return date;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const text = format.format(distance, 'day');
  const spaced = language === 'zh-CN' ? text.replace(/^(\d+)天/, '$1 天') : text;
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** An instant: the day as people say it, and the time while it is near. */
export function instant(value: string, language: Language, now: Date = new Date()) {
  const { date, time } = wallClock(value);
  const text = day(date, language, now);
  return text === date ? date : `${text} ${time}`;
}

export const exactInstant = (value: string) => {
  const { date, time } = wallClock(value);
  return `${date} ${time}`;
};

/** The helpers bound to the language in use. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(
    () => ({
      language,
      shortNumber: (value: number) => shortNumber(value, language),
      exactNumber: (value: number, digits?: number) => exactNumber(value, language, digits),
      shortMoney: (money: Money) => shortMoney(money, language),
      exactMoney: (money: Money, withSymbol?: boolean) => exactMoney(money, language, withSymbol),
      fixedNumber: (value: number, digits: number) => fixedNumber(value, language, digits),
      percent: (value: number, digits?: number) => percent(value, language, digits),
      size: (bytes: number) => size(bytes, language),
      change: (value: number) => change(value, language),
      day: (date: string) => day(date, language),
      instant: (value: string) => instant(value, language),
      exactInstant,
      localName: (one: Parameters<typeof localName>[0]) => localName(one, language),
    }),
    [language],
  );
}
