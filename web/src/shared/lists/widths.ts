import { widths } from './query';

/** A width a column may have. */
export const bounded = (width: number) => Math.round(Math.min(widths.most, Math.max(widths.least, width)));
