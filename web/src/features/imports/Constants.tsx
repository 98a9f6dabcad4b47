import './texts';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonSelect, RecordSelect } from '@/shared/forms';
import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import type { StepProps } from './ImportPage';
import { columnOf, evenIfDuplicate, missingFields, setConstant } from './spec';
import type { ImportField } from './types';
import styles from './imports.module.css';

/** Values for every row, of fields the file has no column for. */
export function Constants({ imported, spec, onChange, readOnly }: StepProps) {
  const { t } = useTranslation();
  const id = useId();
  const [added, setAdded] = useState<string[]>([]);
  const { fields } = imported;
  const free = fields.filter(({ key }) => columnOf(spec, key) === null);
  const missing = missingFields(fields, spec);
  const shown = free.filter(
    field => field.key in spec.constants || added.includes(field.key) || missing.includes(field),
  );
  const rest = free.filter(field => !shown.includes(field));
  if (free.length === 0 || (readOnly && shown.length === 0)) return null;
  return (
    <section className={styles.constants} aria-labelledby={id}>
      <h3 id={id}>{t('imports.columns.constants')}</h3>
      <p className={styles.hint}>{t('imports.columns.constantsText')}</p>
      {shown.map(field => (
        <div key={field.key} className={styles.constant}>
          <span className={styles.constantName}>
            {field.label}
            {field.required && (
              <span aria-hidden="true" className={styles.star}>
                {' '}
                *
              </span>
            )}
          </span>
          <ValueInput
            field={field}
            value={spec.constants[field.key] ?? null}
            disabled={readOnly}
            onChange={value => onChange(setConstant(spec, field.key, value))}
          />
          {!readOnly && !field.required && (
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('imports.columns.removeConstant', { field: field.label })}
              onClick={() => {
                setAdded(added.filter(key => key !== field.key));
                onChange(setConstant(spec, field.key, null));
              }}
            />
          )}
          {field.key === evenIfDuplicate && (
            <p className={styles.constantHint}>{t('imports.columns.evenIfDuplicate')}</p>
          )}
        </div>
      ))}
      {!readOnly && rest.length > 0 && (
        <Select<string>
          className={styles.addConstant ?? ''}
          aria-label={t('imports.columns.addConstant')}
          placeholder={
            <>
              <PlusOutlined /> {t('imports.columns.addConstant')}
            </>
          }
          value={null!}
          showSearch={{ optionFilterProp: 'label' }}
          options={rest.map(({ key, label }) => ({ value: key, label }))}
          onChange={key => setAdded([...added, key])}
        />
      )}
    </section>
  );
}

type InputProps = {
  field: ImportField;
  value: string | null;
  disabled: boolean;
  onChange: (value: string | null) => void;
};

/** A fixed value, asked for as its field needs. */
function ValueInput({ field, value, disabled, onChange }: InputProps) {
  const { t } = useTranslation();
  const label = t('imports.columns.constantOf', { field: field.label });
  if (field.list === 'people') {
    return <PersonSelect andLeft aria-label={label} value={value} disabled={disabled} onChange={onChange} />;
  }
  if (field.list) {
    return (
      <RecordSelect
        list={field.list}
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={onChange}
      />
    );
  }
  const options =
    field.type === 'FLAG'
      ? [
          { value: 'true', label: t('imports.columns.yes') },
          { value: 'false', label: t('imports.columns.no') },
        ]
      : field.options;
  if (options.length > 0) {
    return (
      <Select<string>
        aria-label={label}
        placeholder={t('imports.columns.choose')}
        value={value!}
        disabled={disabled}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        onChange={(next: string | undefined) => onChange(next ?? null)}
      />
    );
  }
  if (field.type === 'DATE') {
    return (
      <DatePicker
        aria-label={label}
        value={value ? dayjs(value) : null}
        disabled={disabled}
        onChange={next => onChange(next ? next.format('YYYY-MM-DD') : null)}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      inputMode={field.type === 'NUMBER' ? 'decimal' : 'text'}
      placeholder={field.type === 'TAGS' ? t('imports.columns.tagsHint') : ''}
      onChange={event => onChange(event.target.value || null)}
    />
  );
}
