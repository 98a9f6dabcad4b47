import type { Document, Money } from '@/shared/api';
import { customBody, heldOf, type Held } from '@/shared/customfields/values';
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
export type CustomerValues = Omit<
  Document<'SaveCustomer'>,
  'annualRevenue' | 'custom' | 'evenIfDuplicate' | 'externalId' | 'version'
> & { annualRevenue?: Money | null; custom?: Held };

export function valuesOf(customer: Customer): CustomerValues {
  [customer.parent, customer.owner].forEach(ref => ref && rememberName(ref));
  const values = Object.fromEntries(customerFields.map(key => [key, customer[key]]));
  return {
    ...(values as unknown as CustomerValues),
    parent: customer.parent?.id ?? null,
    owner: customer.owner?.id ?? null,
    custom: heldOf(customer.custom),
  };
}

/** As the server takes it; an owner left out stays who it is. */
export const bodyOf = (values: CustomerValues): Document<'SaveCustomer'> => ({
  ...values,
  annualRevenue: values.annualRevenue?.amount ?? null,
  tags: values.tags ?? [],
  owner: values.owner ?? null,
  custom: customBody(values.custom) ?? null,
});
