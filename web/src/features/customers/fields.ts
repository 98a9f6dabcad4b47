import type { Money } from '@/shared/api';
import { rememberName } from '@/shared/lists/names';
import type { Customer } from './types';

export const companyFields = [
  'nameEn',
  'shortName',
  'creditCode',
  'parent',
  'employees',
  'annualRevenue',
] as const;
export const placeFields = ['country', 'province', 'city', 'district', 'address', 'site'] as const;
export const moreFields = ['source', 'tags', 'description'] as const;
export const customerFields = [
  'name',
  'level',
  'status',
  'industry',
  'phone',
  'owner',
  ...companyFields,
  ...placeFields,
  ...moreFields,
] as const;

/** A customer as the form holds it: other records by their ids. */
export type CustomerValues = {
  name: string;
  nameEn?: string | null;
  shortName?: string | null;
  creditCode?: string | null;
  parent?: string | null;
  industry?: string | null;
  employees?: number | null;
  annualRevenue?: Money | null;
  level?: string | null;
  source?: string | null;
  country?: string | null;
  province?: string | null;
  city?: string | null;
  district?: string | null;
  address?: string | null;
  site?: string | null;
  phone?: string | null;
  tags?: string[];
  status?: string | null;
  description?: string | null;
  owner?: string | null;
};

export function valuesOf(customer: Customer): CustomerValues {
  [customer.parent, customer.owner].forEach(ref => ref && rememberName(ref));
  const values = Object.fromEntries(customerFields.map(key => [key, customer[key]]));
  return {
    ...(values as CustomerValues),
    parent: customer.parent?.id ?? null,
    owner: customer.owner?.id ?? null,
  };
}

/** As the server takes it; an owner left out stays who it is. */
export const bodyOf = (values: CustomerValues) => ({
  ...values,
  annualRevenue: values.annualRevenue?.amount ?? null,
  tags: values.tags ?? [],
  owner: values.owner ?? null,
});
