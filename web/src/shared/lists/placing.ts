import type { CSSProperties } from 'react';
import type { Column, Listing, ShownColumn } from '@/shared/api/types';

export type PlacedColumn = Column & Pick<ShownColumn, 'width' | 'pin'>;

/** A pinned column has to know how wide it is, or its neighbours would not know where they begin. */
const pinnedWidth = 180;
const tickWidth = 44;

const rank = ({ pin }: ShownColumn) => (pin === 'LEFT' ? 0 : pin === 'RIGHT' ? 2 : 1);

/** The columns as they stand: pinned ones at their edges, the others between them in their order. */
export const placed = (listing: Listing, shown: ShownColumn[]): PlacedColumn[] =>
  [...shown]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ key, width, pin }) => {
      const column = listing.columns.find(one => one.key === key);
      return column ? [{ ...column, width: width ?? (pin ? pinnedWidth : null), pin }] : [];
    });

export type Place = { sized: boolean; pinned: boolean; style: CSSProperties | undefined };

/** Where each column stands and how wide it is. */
export function placesOf(columns: PlacedColumn[], ticks: boolean): Place[] {
  const sum = (some: PlacedColumn[]) => some.reduce((all, { width }) => all + (width ?? 0), 0);
  return columns.map(({ width, pin }, index) => {
    const size = width === null ? {} : { width, minWidth: width, maxWidth: width };
    const edge =
      pin === 'LEFT'
        ? { left: sum(columns.slice(0, index)) + (ticks ? tickWidth : 0) }
        : pin === 'RIGHT'
          ? { right: sum(columns.slice(index + 1)) }
          : {};
    return {
      sized: width !== null,
      pinned: pin !== null,
      style: width === null && pin === null ? undefined : { ...size, ...edge },
    };
  });
}
