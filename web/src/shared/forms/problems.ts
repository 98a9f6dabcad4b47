import type { FormInstance } from 'antd';
import { isProblem, type FieldError } from '@/shared/api';

/** `contacts[0].name` as the path Ant Design's forms use. */
export const fieldPath = (field: string): (string | number)[] =>
  field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));

/** Puts the server's complaints beside their fields; returns those that have no field in this form. */
export function showFieldErrors(form: FormInstance, error: unknown): FieldError[] {
  if (!isProblem(error) || error.errors.length === 0) return [];
  const known = new Set(form.getFieldsError().map(({ name }) => name.join('.')));
  const byField = new Map<string, FieldError[]>();
  const homeless: FieldError[] = [];
  for (const one of error.errors) {
    const path = fieldPath(one.field).join('.');
    if (known.has(path)) byField.set(path, [...(byField.get(path) ?? []), one]);
    else homeless.push(one);
  }
  form.setFields(
    [...byField.values()].map(errors => ({
      name: fieldPath(errors[0]!.field),
      errors: errors.map(({ message }) => message),
    })),
  );
  const first = byField.values().next().value?.[0];
  if (first) form.scrollToField(fieldPath(first.field), { focus: true, block: 'center' });
  return homeless;
}
