import { afterEach, expect, test } from 'vitest';
import {
  change,
  day,
  daysLater,
  exactMoney,
  instant,
  instantAt,
  percent,
  setTimeZone,
  shortMoney,
  shortNumber,
  today,
} from './format';

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const now = new Date('2026-11-23T02:00:00Z');

afterEach(() => setTimeZone(undefined));

test('money is short by default: 万 and 亿 in Chinese, K and M in English', () => {
  expect(shortMoney(yuan(12_345_678), 'zh-CN')).toBe('¥1,235 万');
  expect(shortMoney(yuan(1_234_567_890), 'zh-CN')).toBe('¥12.3 亿');
  expect(shortMoney(yuan(12_345_678), 'en')).toBe('¥12.3M');
  expect(shortMoney(yuan(9_876), 'en')).toBe('¥9.88K');
  expect(shortMoney(yuan(-25_000), 'zh-CN')).toBe('−¥2.5 万');
  expect(shortNumber(999, 'zh-CN')).toBe('999');
});

test('the unit is chosen after rounding', () => {
  expect(shortNumber(99_999_999, 'zh-CN')).toBe('1 亿');
  expect(shortNumber(-99_999_999, 'zh-CN')).toBe('−1 亿');
  expect(shortNumber(9_999.6, 'zh-CN')).toBe('1 万');
  expect(shortNumber(999_999, 'en')).toBe('1M');
  expect(shortNumber(999_499, 'en')).toBe('999K');
  expect(shortNumber(99_994_999, 'zh-CN')).toBe('9,999 万');
  expect(shortNumber(0.25, 'en')).toBe('0.25');
});

test('money is exact in tables, with the digits its currency has', () => {
  expect(exactMoney(yuan(1234.5), 'zh-CN')).toBe('¥1,234.50');
  expect(exactMoney(yuan(-1234.5), 'en', false)).toBe('−1,234.50');
  expect(exactMoney({ amount: 1234, currency: 'JPY' }, 'en', false)).toBe('1,234');
});

test('percentages have one decimal and changes a sign and an arrow', () => {
  expect(percent(12.56, 'zh-CN')).toBe('12.6%');
  expect(percent(63.154, 'en', 2)).toBe('63.15%');
  expect(change(5, 'en')).toBe('▲ +5.0%');
  expect(change(-5, 'en')).toBe('▼ −5.0%');
});

test('dates are said as people say them near today, and in full further away', () => {
  setTimeZone('Asia/Shanghai');
  expect(day('2026-11-23', 'zh-CN', now)).toBe('今天');
  expect(day('2026-11-22', 'zh-CN', now)).toBe('昨天');
  expect(day('2026-11-26', 'zh-CN', now)).toBe('3 天后');
  expect(day('2026-11-24', 'en', now)).toBe('Tomorrow');
  expect(day('2026-12-24', 'en', now)).toBe('2026-12-24');
});

test('a wall clock of the company leads back to its instant, also where clocks change', () => {
  expect(instantAt('2026-11-24', '00:10', 'Asia/Shanghai')).toBe('2026-11-23T16:10:00.000Z');
  expect(instantAt('2026-03-29', '12:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
  expect(instantAt('2026-03-29', '01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
});

test('today is the company’s day, not the browser’s', () => {
  const evening = new Date('2026-11-23T16:30:00Z');
  setTimeZone('Asia/Shanghai');
  expect(today(evening)).toBe('2026-11-24');
  expect(instant('2026-11-23T16:10:00Z', 'zh-CN', evening)).toBe('今天 00:10');
  setTimeZone('America/New_York');
  expect(today(evening)).toBe('2026-11-23');
});
