import type { Ref } from '@/shared/api';

export type Grade = 'HIGH' | 'MIDDLE' | 'LOW';
export type Status = 'ACTIVE' | 'RETIRED';
export const grades: Grade[] = ['HIGH', 'MIDDLE', 'LOW'];
export const statuses: Status[] = ['ACTIVE', 'RETIRED'];

/** A list price for one unit; `to` is the first day it no longer holds. */
export type Price = { currency: string; amount: number; from: string; to: string | null };
export type Product = {
  id: string;
  code: string | null;
  name: string;
  nameEn: string | null;
  /** Named by its path. */
  category: Ref | null;
  series: string | null;
  grade: Grade | null;
  unit: string | null;
  status: Status;
  description: string | null;
  aliases: string[];
  prices: Price[];
  externalId: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
  can: { edit: boolean };
};
export type Category = {
  id: string;
  parent: string | null;
  name: string;
  nameEn: string | null;
  path: string;
  position: number;
  /** How many products stand directly in it. */
  products: number;
  version: number;
};
