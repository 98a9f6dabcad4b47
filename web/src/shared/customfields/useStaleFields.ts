import type { StaleField } from '@/shared/forms';
import { nameOf } from '@/shared/lists/names';
import { useTranslation } from 'react-i18next';
import { useFields, useLabel, type HostType } from './data';

/** The custom fields of a record, as lines of the question whose change is to stand. */
export function useStaleFields(type: HostType): StaleField[] {
  const { t } = useTranslation();
  const label = useLabel();
  const fields = useFields(type).data?.filter(({ type: holds }) => holds !== 'FORMULA') ?? [];
  return fields.map(({ code, name, type: holds, options }) => {
    const option = (one: unknown) =>
      label(options.find(({ code: each }) => each === one)?.name) || String(one);
    return {
      key: `custom.${code}`,
      label: label(name),
      render: (value: unknown) => {
        if (value == null) return null;
        if (holds === 'PERSON' || holds === 'UNIT') return nameOf(String(value)) ?? String(value);
        if (holds === 'FLAG') return value ? t('common.yes') : t('common.no');
        return Array.isArray(value) ? value.map(option).join(t('common.separator')) : option(value);
      },
    };
  });
}
