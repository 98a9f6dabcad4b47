import './texts';
import { Alert, Radio, Select, Tag } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars, usePhone } from '@/shared/ui';
import { Constants } from './Constants';
import type { StepProps } from './ImportPage';
import { columnOf, mapColumn, missingFields } from './spec';
import type { FileColumn } from './types';
import styles from './imports.module.css';

/** What each column of the file is. */
export function ColumnsStep(props: StepProps) {
  const { imported, spec, onChange, readOnly } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const id = useId();
  const { columns, fields } = imported;
  if (spec.mapping === null) return <Bars rows={10} />;
  const mapped = Object.values(spec.mapping).filter(Boolean).length;
  const missing = missingFields(fields, spec);

  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('imports.columns.title')}</h2>
      <p className={styles.hint}>
        {t('imports.columns.text')}{' '}
        <span className="numbers">
          {t('imports.columns.mapped', { number: mapped, total: columns.length })}
        </span>
      </p>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t('imports.columns.missing', {
            fields: missing.map(({ label }) => label).join(t('common.separator')),
          })}
        />
      )}
      {(imported.dateOrderNeeded || spec.dateOrder) && (
        <fieldset className={styles.dateOrder} disabled={readOnly}>
          <legend>{t('imports.columns.dateOrder')}</legend>
          <p className={styles.hint}>{t('imports.columns.dateOrderText')}</p>
          <Radio.Group
            value={spec.dateOrder}
            onChange={event => onChange({ ...spec, dateOrder: event.target.value }, 0)}
            options={[
              { value: 'DAY_FIRST', label: t('imports.columns.dayFirst') },
              { value: 'MONTH_FIRST', label: t('imports.columns.monthFirst') },
            ]}
          />
        </fieldset>
      )}
      {phone ? (
        <ul className={styles.columnCards}>
          {columns.map(column => (
            <li key={column.index} data-mapped={Boolean(spec.mapping?.[column.index])}>
              <Heading column={column} />
              <Samples column={column} />
              <FieldSelect {...props} column={column} />
            </li>
          ))}
        </ul>
      ) : (
        <table className={styles.columns}>
          <thead>
            <tr>
              <th scope="col">{t('imports.columns.column')}</th>
              <th scope="col">{t('imports.columns.samples')}</th>
              <th scope="col">{t('imports.columns.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(column => (
              <tr key={column.index} data-mapped={Boolean(spec.mapping?.[column.index])}>
                <th scope="row">
                  <Heading column={column} />
                </th>
                <td>
                  <Samples column={column} />
                </td>
                <td>
                  <FieldSelect {...props} column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Constants {...props} />
    </section>
  );
}

export const useColumnName = () => {
  const { t } = useTranslation();
  return (heading: string, index: number) =>
    heading.trim() || t('imports.columns.noHeading', { number: index + 1 });
};

function Heading({ column: { heading, index } }: { column: FileColumn }) {
  const nameOf = useColumnName();
  return <span className={styles.heading}>{nameOf(heading, index)}</span>;
}

function Samples({ column: { samples } }: { column: FileColumn }) {
  const { t } = useTranslation();
  const shown = samples.filter(text => text.trim() !== '');
  if (shown.length === 0) return <span className={styles.samples}>{t('imports.columns.noSamples')}</span>;
  return (
    <span className={styles.samples} title={shown.join('\n')}>
      {shown.map((text, index) => (
        <span key={index}>{text}</span>
      ))}
    </span>
  );
}

function FieldSelect({ imported, spec, onChange, readOnly, column }: StepProps & { column: FileColumn }) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const { fields, columns } = imported;
  const value = spec.mapping?.[column.index] ?? null;
  const labelOf = (key: string) => fields.find(field => field.key === key)?.label ?? key;
  const { suggestion, suggestedBy } = column;
  const label = t('imports.columns.fieldOf', { column: nameOf(column.heading, column.index) });
  return (
    <span className={styles.fieldSelect}>
      <Select<string>
        className={styles.fieldInput ?? ''}
        aria-label={label}
        value={value ?? ''}
        disabled={readOnly}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('imports.columns.ignore') },
          ...fields.map(({ key, label: name, required }) => ({
            value: key,
            label: required ? `${name} *` : name,
          })),
        ]}
        optionRender={({ value: key, label: name }) => {
          const at = key ? columnOf(spec, String(key)) : null;
          const other = at !== null && at !== column.index ? columns.find(({ index }) => index === at) : null;
          return (
            <>
              {name}
              {other && (
                <small className={styles.optionNote}>
                  {t('imports.columns.usedBy', { column: nameOf(other.heading, other.index) })}
                </small>
              )}
            </>
          );
        }}
        onChange={next => onChange(mapColumn(spec, column.index, next || null))}
        data-ignored={value === null}
      />
      {suggestedBy && suggestion && value === suggestion && (
        <Tag className={styles.why}>{t(`imports.columns.why.${suggestedBy}`)}</Tag>
      )}
      {suggestion && value !== suggestion && !readOnly && (
        <button
          type="button"
          className={styles.suggestion}
          onClick={() => onChange(mapColumn(spec, column.index, suggestion))}
        >
          {t('imports.columns.suggested', { field: labelOf(suggestion) })}
        </button>
      )}
    </span>
  );
}
