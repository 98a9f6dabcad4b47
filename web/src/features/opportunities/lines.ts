import type { Document } from '@/shared/api';

type Line = Document<'EnteredLine'>;
/** One line as it is being entered; anything may be missing yet. */
export type EnteredLine = { [Field in keyof Line]?: Line[Field] | null };

const scaled = (value: number, digits: number) => BigInt(Math.round(value * 10 ** digits));
const unit = 10_000_000n;

/**
 * Quantity × price × (1 − discount / 100), rounded half up to two decimals just as the server does. Nothing while
 * quantity or price is missing.
 */
export function lineAmount({ quantity, price, discount }: EnteredLine): number | null {
  if (quantity == null || price == null) return null;
  // Thousandths × cents × hundredths of a percent: whole numbers, so that no cent is lost on the way.
  const exact = scaled(quantity, 3) * scaled(price, 2) * (10_000n - scaled(discount ?? 0, 2));
  return Number((exact + unit / 2n) / unit) / 100;
}

/** What the lines come to; nothing when there are none or one is unfinished. */
export function linesAmount(lines: EnteredLine[]): number | null {
  if (lines.length === 0) return null;
  let cents = 0;
  for (const line of lines) {
    const amount = lineAmount(line ?? {});
    if (amount === null) return null;
    cents += Math.round(amount * 100);
  }
  return cents / 100;
}

/** The lines with the prices products have elsewhere; none where there is none: the old number would mean another price. */
export const repriced = (lines: EnteredLine[], prices: ReadonlyMap<string, number | null>): EnteredLine[] =>
  lines.map(line =>
    line?.product && prices.has(line.product) ? { ...line, price: prices.get(line.product) ?? null } : line,
  );

/** The list price that holds on a day. */
export const priceOn = (prices: Document<'Price'>[], currency: string, day: string) =>
  prices.find(
    price => price.currency === currency && price.from <= day && (price.to === null || day < price.to),
  )?.amount ?? null;
