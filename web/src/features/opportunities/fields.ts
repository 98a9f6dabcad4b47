import type { Currency, Document, Money } from '@/shared/api';
import { customBody, heldOf, type Held } from '@/shared/customfields/values';
import { rememberName } from '@/shared/lists/names';
import type { Opportunity } from './types';

/** An opportunity as the form holds it: other records by their ids. */
export type OpportunityValues = Omit<
  Document<'NewOpportunity'>,
  'amount' | 'currency' | 'custom' | 'lines'
> & {
  currency: Currency;
  /** Another amount than that of the lines is meant. */
  ownAmount?: boolean;
  amount?: Money | null;
  lines?: Document<'EnteredLine'>[];
  custom?: Held;
};

export function valuesOf(record: Opportunity): OpportunityValues {
  if (record.customer) rememberName(record.customer);
  record.lines.forEach(({ product }) => rememberName(product));
  return {
    name: record.name,
    customer: record.customer?.id ?? null,
    currency: record.currency,
    ownAmount: !record.amountFromLines,
    amount: record.amount,
    expectedClose: record.expectedClose,
    nextStep: record.nextStep,
    nextStepOn: record.nextStepOn,
    source: record.source?.code ?? null,
    competitor: record.competitor,
    description: record.description,
    lines: record.lines.map(({ product, quantity, price, discount }) => ({
      product: product.id,
      quantity,
      price,
      discount,
    })),
    custom: heldOf(record.custom),
  };
}

/** A new one as the server takes it. */
export const newBodyOf = (values: OpportunityValues): Document<'NewOpportunity'> => ({
  ...bodyOf(values),
  pipeline: values.pipeline ?? null,
  stage: values.stage ?? null,
  owner: values.owner ?? null,
  contacts: values.contacts ?? [],
});

const text = (value: string | null | undefined) => value?.trim() || null;

/** As the server takes it: an amount left out is the sum of the lines. */
export function bodyOf(values: OpportunityValues): Omit<Document<'EditOpportunity'>, 'version'> {
  const lines = values.lines ?? [];
  const own = lines.length === 0 || values.ownAmount;
  return {
    name: values.name.trim(),
    customer: values.customer ?? null,
    currency: values.currency,
    amount: own ? (values.amount?.amount ?? null) : null,
    expectedClose: values.expectedClose ?? null,
    source: values.source ?? null,
    competitor: text(values.competitor),
    nextStep: text(values.nextStep),
    nextStepOn: values.nextStepOn ?? null,
    description: text(values.description),
    lines,
    custom: customBody(values.custom) ?? null,
  };
}
