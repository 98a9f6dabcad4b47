import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { listKey } from '@/shared/lists';

/** The types of records that take custom fields, by the names of their lists. */
export type HostType = 'customers' | 'contacts' | 'opportunities' | 'products' | 'activities';
export type CustomField = Document<'CustomField'>;
export type FieldType = CustomField['type'];
type Label = Document<'Label'>;

export const fieldsKey = (type: string) => ['custom-fields', type] as const;

/** All fields of a type of record, those that are retired too. */
export const useFields = (type: string) =>
  useQuery({
    queryKey: fieldsKey(type),
    queryFn: ({ signal }) => http.get<CustomField[]>(`/api/custom-fields/${type}`, { signal }),
    staleTime: 60_000,
  });

/** Call after fields were changed: forms, lists and histories follow. */
export function useFieldsChanged(type: HostType) {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [fieldsKey(type), listKey(type), ['history', 'customfields']].map(queryKey =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
    [client, type],
  );
}

/** What people have named in both languages, in the viewer's. */
export function useLabel() {
  const language = useLanguage();
  return (label: Label | null | undefined) => (language === 'en' ? label?.en : label?.zh) ?? '';
}

export type Section = { title: string; fields: CustomField[] };

/** The fields under their headings; those without one first, under none. */
export function sections(
  fields: CustomField[],
  label: (name: Label | null | undefined) => string,
): Section[] {
  const found = new Map<string, CustomField[]>();
  for (const field of fields) {
    const title = label(field.section);
    found.set(title, [...(found.get(title) ?? []), field]);
  }
  return [...found]
    .map(([title, within]) => ({ title, fields: within }))
    .sort((a, b) => Number(a.title !== '') - Number(b.title !== ''));
}
