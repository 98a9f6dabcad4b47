import { Input, InputNumber, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '@/shared/forms/DateInput';
import { RecordSelect } from '@/shared/forms/RecordSelect';
import { treeOf, useUnits } from '@/shared/lists/units';
import { useLabel, type CustomField } from './data';

type Props = {
  field: Pick<CustomField, 'type' | 'options'>;
  /** In what amounts are counted. */
  currency: string;
  id?: string;
  disabled?: boolean;
  value?: unknown;
  onChange?: (value: unknown) => void;
};

/** Asks for a value of a custom field in the way its type needs. */
export function CustomInput({ field, currency, id, disabled = false, value, onChange }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const own = { disabled, ...(id !== undefined && { id }) };
  const text = typeof value === 'string' ? value : '';
  const write = (next: string) => onChange?.(next === '' ? null : next);
  // A retired option stays where it is chosen already.
  const chosen = Array.isArray(value) ? value : [value];
  const options = field.options
    .filter(({ code, retired }) => !retired || chosen.includes(code))
    .map(({ code, name }) => ({ value: code, label: label(name) }));
  switch (field.type) {
    case 'TEXT':
      return (
        <Input
          {...own}
          value={text}
          maxLength={500}
          autoComplete="off"
          onChange={e => write(e.target.value)}
        />
      );
    case 'LINK':
      return (
        <Input
          {...own}
          value={text}
          maxLength={500}
          inputMode="url"
          autoComplete="off"
          placeholder={t('customfields.linkExample')}
          onChange={e => write(e.target.value)}
        />
      );
    case 'LONG_TEXT':
      return (
        <Input.TextArea
          {...own}
          value={text}
          maxLength={10_000}
          autoSize={{ minRows: 2, maxRows: 10 }}
          onChange={e => write(e.target.value)}
        />
      );
    case 'NUMBER':
    case 'MONEY':
      return (
        <InputNumber<number>
          {...own}
          value={typeof value === 'number' ? value : null}
          controls={false}
          {...(field.type === 'MONEY' && { precision: 2, prefix: currency })}
          onChange={next => onChange?.(next)}
          style={{ width: '100%' }}
        />
      );
    case 'DATE':
      return <DateInput {...own} value={text || null} onChange={next => onChange?.(next)} />;
    case 'CHOICE':
      return (
        <Select<string>
          {...own}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={text || undefined!}
          options={options}
          onChange={(next: string | undefined) => onChange?.(next ?? null)}
        />
      );
    case 'CHOICES':
      return (
        <Select<string[]>
          {...own}
          mode="multiple"
          allowClear
          optionFilterProp="label"
          value={Array.isArray(value) ? (value as string[]) : []}
          options={options}
          onChange={next => onChange?.(next.length ? next : null)}
        />
      );
    case 'FLAG':
      return (
        <Select<string>
          {...own}
          allowClear
          value={typeof value === 'boolean' ? String(value) : undefined!}
          options={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
          onChange={(next: string | undefined) => onChange?.(next === undefined ? null : next === 'true')}
        />
      );
    case 'PERSON':
      return <RecordSelect {...own} list="people" value={text || null} onChange={next => onChange?.(next)} />;
    case 'FORMULA':
      return null;
    case 'UNIT':
      return <UnitInput {...own} value={text} onChange={onChange} />;
  }
}

function UnitInput({
  id,
  disabled,
  value,
  onChange,
}: {
  id?: string;
  disabled?: boolean;
  value: string;
  onChange: ((value: unknown) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { units, isFetching } = useUnits();
  return (
    <TreeSelect<string>
      {...(id && { id })}
      disabled={disabled ?? false}
      allowClear
      treeData={treeOf(units)}
      treeDefaultExpandAll={units.length <= 30}
      showSearch={{ treeNodeFilterProp: 'title' }}
      loading={isFetching}
      notFoundContent={isFetching ? t('common.loading') : t('forms.nothingFound')}
      value={value || undefined!}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      style={{ width: '100%' }}
    />
  );
}
