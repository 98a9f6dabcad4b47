import { Input, InputNumber, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession, type Column, type Ref } from '@/shared/api';
import { DateInput } from '@/shared/forms/DateInput';
import { RecordSelect } from '@/shared/forms/RecordSelect';
import { treeOf, useUnits } from '@/shared/lists/units';
import type { Raw } from './data';

type Props = {
  column: Column;
  value: Raw;
  onChange: (value: Raw) => void;
  /** The record chosen now, by name. */
  known?: Ref[];
  autoFocus?: boolean;
  /** Shows what can be chosen at once. */
  open?: boolean;
};

/** Asks for a value of a column in the way its kind needs. */
export function FieldInput({ column, value, onChange, known = [], autoFocus = false, open }: Props) {
  const { t } = useTranslation();
  const currency = useSession().data?.company?.currency;
  const { kind, label, options } = column;
  const text = typeof value === 'string' ? value : '';
  const own = { 'aria-label': label, autoFocus };
  const write = (next: string) => onChange(next === '' ? null : next);
  switch (kind) {
    case 'NUMBER':
    case 'PERCENT':
    case 'MONEY':
      return (
        <InputNumber<number>
          {...own}
          value={typeof value === 'number' ? value : null}
          controls={false}
          {...(kind === 'MONEY' && { precision: 2, prefix: currency })}
          onChange={onChange}
          style={{ width: '100%' }}
        />
      );
    case 'DATE':
    case 'INSTANT':
      return <DateInput aria-label={label} value={text || null} onChange={onChange} />;
    case 'CHOICE':
      return (
        <Select<string>
          {...own}
          allowClear
          {...(open && { defaultOpen: true })}
          showSearch={{ optionFilterProp: 'label' }}
          value={text || undefined!}
          options={options ?? []}
          onChange={(next: string | undefined) => onChange(next ?? null)}
          style={{ width: '100%' }}
        />
      );
    case 'TAGS':
      return (
        <Select<string[]>
          {...own}
          mode={options ? 'multiple' : 'tags'}
          allowClear
          optionFilterProp="label"
          value={Array.isArray(value) ? value : []}
          options={options ?? []}
          onChange={onChange}
          style={{ width: '100%' }}
        />
      );
    case 'FLAG':
      return (
        <Select<string>
          {...own}
          {...(open && { defaultOpen: true })}
          value={typeof value === 'boolean' ? String(value) : undefined!}
          options={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
          onChange={next => onChange(next === 'true')}
          style={{ width: '100%' }}
        />
      );
    case 'PERSON':
    case 'RECORD':
      return (
        <RecordSelect
          list={column.list ?? 'people'}
          aria-label={label}
          value={text || null}
          known={known}
          onChange={onChange}
        />
      );
    case 'UNIT':
      return <UnitInput label={label} value={text} onChange={onChange} />;
    case 'LONG_TEXT':
      return (
        <Input.TextArea
          {...own}
          value={text}
          maxLength={10_000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={event => write(event.target.value)}
        />
      );
    case 'TEXT':
    case 'PHONE':
    case 'EMAIL':
    case 'LINK':
      return (
        <Input
          {...own}
          value={text}
          maxLength={500}
          autoComplete="off"
          onChange={event => write(event.target.value)}
        />
      );
  }
}

type UnitProps = { label: string; value: string; onChange: (value: Raw) => void };

function UnitInput({ label, value, onChange }: UnitProps) {
  const { units, isFetching } = useUnits();
  return (
    <TreeSelect<string>
      aria-label={label}
      allowClear
      treeData={treeOf(units)}
      treeDefaultExpandAll={units.length <= 30}
      showSearch={{ treeNodeFilterProp: 'title' }}
      loading={isFetching}
      value={value || undefined!}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      style={{ width: '100%' }}
    />
  );
}
