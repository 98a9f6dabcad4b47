import type { Price } from './types';

/** Whether a price is over, holds, or is planned, on a day. */
export function stateOf({ from, to }: Price, day: string) {
  if (from > day) return 'future';
  return to !== null && to <= day ? 'past' : 'current';
}

export const holdsOn = (price: Price, day: string) => stateOf(price, day) === 'current';

/** The prices of each currency, the latest first; the company's own currency leads. */
export function byCurrency(prices: Price[], home: string): { currency: string; prices: Price[] }[] {
  const currencies = [...new Set(prices.map(({ currency }) => currency))].sort(
    (a, b) => Number(b === home) - Number(a === home) || a.localeCompare(b),
  );
  return currencies.map(currency => ({
    currency,
    prices: prices
      .filter(price => price.currency === currency)
      .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
  }));
}

/** By how many percent a price differs from the one before it. */
export function changeAgainst(price: Price, prices: Price[]): number | null {
  const before = prices
    .filter(({ currency, from }) => currency === price.currency && from < price.from)
    .reduce<Price | null>((last, one) => (!last || one.from > last.from ? one : last), null);
  return before && before.amount !== 0 ? (price.amount / before.amount - 1) * 100 : null;
}

/** What a new price does to those there are: which one it closes or replaces, and which one ends it. */
export function effect(prices: Price[], currency: string, from: string) {
  const same = prices.filter(price => price.currency === currency);
  const replaced = same.find(price => price.from === from) ?? null;
  const closed = replaced ? null : (same.find(price => holdsOn(price, from)) ?? null);
  const next = same.map(price => price.from).filter(day => day > from);
  return { replaced, closed, until: next.sort()[0] ?? null };
}

/** The day before: the last on which something held that ended on `to`. */
export const dayBefore = (to: string) =>
  new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const common = ['CNY', 'USD', 'EUR', 'HKD', 'TWD', 'JPY', 'GBP', 'SGD'];
/** The currencies a price may be in: the company's first, then those in use, then the usual ones. */
export const currenciesFor = (home: string, prices: Price[]) => [
  ...new Set([home, ...prices.map(({ currency }) => currency), ...common]),
];
