import { expect, test } from 'vitest';
import { bodyOf } from './fields';
import { lineAmount, linesAmount, priceOn, repriced } from './lines';

test('a line comes to quantity × price less discount, rounded half up to the cent', () => {
  expect(lineAmount({ quantity: 12, price: 42_000, discount: 5 })).toBe(478_800);
  expect(lineAmount({ quantity: 0.5, price: 0.05 })).toBe(0.03);
  expect(lineAmount({ quantity: 3, price: 0.35, discount: 50 })).toBe(0.53);
  expect(lineAmount({ quantity: 0.333, price: 99.99, discount: 12.5 })).toBe(29.13);
  expect(lineAmount({ quantity: 1, price: 10, discount: 100 })).toBe(0);
});

test('an unfinished line has no amount, and then neither have all of them', () => {
  expect(lineAmount({ quantity: 2 })).toBeNull();
  expect(linesAmount([])).toBeNull();
  expect(linesAmount([{ quantity: 1, price: 10 }, {}])).toBeNull();
  expect(
    linesAmount([
      { quantity: 1, price: 0.1 },
      { quantity: 1, price: 0.2 },
    ]),
  ).toBe(0.3);
});

test('the list price is the one of the currency that holds on the day', () => {
  const prices = [
    { currency: 'CNY', amount: 100, from: '2024-01-01', to: '2025-01-01' },
    { currency: 'CNY', amount: 120, from: '2025-01-01', to: null },
    { currency: 'USD', amount: 17, from: '2024-01-01', to: null },
  ];
  expect(priceOn(prices, 'CNY', '2024-12-31')).toBe(100);
  expect(priceOn(prices, 'CNY', '2025-01-01')).toBe(120);
  expect(priceOn(prices, 'CNY', '2023-12-31')).toBeNull();
  expect(priceOn(prices, 'EUR', '2025-06-01')).toBeNull();
});

test('the amount is left to the lines unless another one is meant', () => {
  const values = {
    name: ' 二期 ',
    currency: 'CNY',
    amount: { amount: 90, currency: 'CNY' },
    lines: [{ product: 'p', quantity: 1, price: 100 }],
  };
  expect(bodyOf(values)).toMatchObject({ name: '二期', amount: null });
  expect(bodyOf({ ...values, ownAmount: true }).amount).toBe(90);
  expect(bodyOf({ ...values, lines: [] }).amount).toBe(90);
});

test('in another currency a line has its list price there, or none to be mistaken for one', () => {
  const lines = [{ product: 'a', quantity: 2, price: 700 }, { product: 'b', price: 300 }, { price: 5 }];
  const prices = new Map([
    ['a', 100],
    ['b', null],
  ]);
  expect(repriced(lines, prices)).toEqual([
    { product: 'a', quantity: 2, price: 100 },
    { product: 'b', price: null },
    { price: 5 },
  ]);
});
