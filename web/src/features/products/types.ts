import type { Document } from '@/shared/api';

/** A list price for one unit; `to` is the first day it no longer holds. */
export type Price = Document<'Price'>;
/** Its category is named by its path. */
export type Product = Document<'ProductRecord'>;
export type Grade = NonNullable<Product['grade']>;
export type Status = Product['status'];
export const grades = ['HIGH', 'MIDDLE', 'LOW'] as const satisfies readonly Grade[];
export const statuses = ['ACTIVE', 'RETIRED'] as const satisfies readonly Status[];

/** `products` is how many stand directly in it. */
export type Category = Document<'Shown'>;
