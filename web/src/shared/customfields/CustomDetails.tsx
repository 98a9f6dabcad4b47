import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { Fields } from '@/shared/records/Fields';
import { useListing } from '@/shared/lists/data';
import { sections, useFields, useLabel, type CustomField, type HostType } from './data';
import { cellOf, kindOf, type Shown } from './values';

type Props = { type: HostType; values: Shown | null | undefined; currency?: string };

/** The custom fields of a record that have a value, under their headings. */
export function CustomDetails({ type, values, currency }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const home = useSession().data?.company?.currency ?? 'CNY';
  // Whether a formula comes to a number or to an amount, the list says.
  const columns = useListing(type).data?.columns ?? [];
  const kind = ({ code, type: holds }: CustomField) =>
    columns.find(({ key }) => key === `custom.${code}`)?.kind ?? kindOf[holds];
  const fields = useFields(type).data?.filter(({ code }) => values?.[code] != null) ?? [];
  return sections(fields, label).map(({ title, fields: within }) => (
    <Fields
      key={title}
      title={title || t('customfields.others')}
      fields={within.map(field => ({
        key: `custom.${field.code}`,
        label: label(field.name),
        value: cellOf(kind(field), values?.[field.code], currency ?? home),
        kind: kind(field),
        options: field.options.map(({ code, name, color }) => ({
          value: code,
          label: label(name),
          color: color ?? null,
        })),
      }))}
    />
  ));
}
