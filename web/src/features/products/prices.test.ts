import { expect, test } from 'vitest';
import { byCurrency, changeAgainst, currenciesFor, dayBefore, effect, stateOf } from './prices';
import type { Price } from './types';

const price = (currency: string, amount: number, from: string, to: string | null = null): Price => ({
  currency,
  amount,
  from,
  to,
});
const prices = [
  price('CNY', 100, '2025-01-01', '2026-01-01'),
  price('CNY', 120, '2026-01-01', '2027-01-01'),
  price('CNY', 90, '2027-01-01'),
  price('USD', 15, '2025-06-01'),
];

test('a price holds from its first day to the day before its end', () => {
  expect(prices.map(one => stateOf(one, '2026-01-01'))).toEqual(['past', 'current', 'future', 'current']);
  expect(dayBefore('2026-01-01')).toBe('2025-12-31');
});

test('prices stand by currency, the own one first and the latest on top', () => {
  const grouped = byCurrency(prices, 'USD');
  expect(grouped.map(({ currency }) => currency)).toEqual(['USD', 'CNY']);
  expect(grouped[1]!.prices.map(({ amount }) => amount)).toEqual([90, 120, 100]);
});

test('a price is compared with the one before it in its currency', () => {
  expect(changeAgainst(prices[1]!, prices)).toBeCloseTo(20);
  expect(changeAgainst(prices[2]!, prices)).toBeCloseTo(-25);
  expect(changeAgainst(prices[3]!, prices)).toBeNull();
});

test('a new price closes the one that holds and ends where the next begins', () => {
  expect(effect(prices, 'CNY', '2026-07-01')).toEqual({
    replaced: null,
    closed: prices[1],
    until: '2027-01-01',
  });
  expect(effect(prices, 'CNY', '2027-01-01')).toEqual({ replaced: prices[2], closed: null, until: null });
  expect(effect(prices, 'EUR', '2026-07-01')).toEqual({ replaced: null, closed: null, until: null });
});

test('the own currency is offered first, and each only once', () => {
  expect(currenciesFor('SGD', prices).slice(0, 3)).toEqual(['SGD', 'CNY', 'USD']);
  expect(new Set(currenciesFor('CNY', prices)).size).toBe(currenciesFor('CNY', prices).length);
});
