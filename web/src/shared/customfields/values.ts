import type { Cell, ColumnKind, Ref } from '@/shared/api';
import { rememberName } from '@/shared/lists/names';
import type { CustomField, FieldType } from './data';

/** The values of custom fields as a record shows them, and as a form holds them: other records by their ids. */
export type Shown = Record<string, unknown>;
export type Held = Record<string, unknown>;

const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'id' in value;

/** What a form begins with. */
export const heldOf = (shown: Shown | null | undefined): Held =>
  Object.fromEntries(
    Object.entries(shown ?? {}).map(([code, value]) => {
      if (!isRef(value)) return [code, value];
      rememberName(value);
      return [code, value.id];
    }),
  );

/** As the server takes it: what was emptied is said to be empty; what the form does not hold is not mentioned. */
export const customBody = (held: Held | null | undefined) =>
  held && Object.fromEntries(Object.entries(held).map(([code, value]) => [code, value ?? null]));

/** How a value is drawn. */
export const kindOf: Record<FieldType, ColumnKind> = {
  TEXT: 'TEXT',
  LONG_TEXT: 'LONG_TEXT',
  NUMBER: 'NUMBER',
  MONEY: 'MONEY',
  DATE: 'DATE',
  CHOICE: 'CHOICE',
  CHOICES: 'TAGS',
  PERSON: 'PERSON',
  UNIT: 'UNIT',
  FLAG: 'FLAG',
  LINK: 'LINK',
  FORMULA: 'NUMBER',
};

export const cellOf = (kind: ColumnKind, value: unknown, currency: string): Cell =>
  kind === 'MONEY' && typeof value === 'number' ? { amount: value, currency } : ((value ?? null) as Cell);

/** Whether a field has to be filled in, given what the form holds now. */
export function isRequired(field: CustomField, held: Held, facts: Record<string, unknown>) {
  const { when, field: key, values } = field.required;
  if (when !== 'WHEN' || !key) return when === 'ALWAYS';
  const fact = key.startsWith('custom.') ? held[key.slice('custom.'.length)] : facts[key];
  return values.includes(String(fact ?? false));
}
