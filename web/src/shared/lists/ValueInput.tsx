import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Condition } from '@/shared/api';
import { RecordSelect } from '@/shared/forms/RecordSelect';
import { daysLater, instantAt, wallClock } from '@/shared/i18n';
import { Bars } from '@/shared/ui/Bars';
import { isNumeric } from './cells';
import { isDay, periods, useWords } from './describe';
import { needsValues } from './filters';
import { isById, listOf } from './named';
import styles from './lists.module.css';

const UnitSelect = lazy(() => import('./UnitSelect'));

/** The last moment of a day. */
const endOf = (date: string) =>
  new Date(Date.parse(instantAt(daysLater(date, 1), '00:00')) - 1).toISOString();

type Props = { column: Column; condition: Condition; onChange: (values: string[]) => void };

function Single({
  column,
  value,
  label,
  end = false,
  onChange,
}: {
  column: Column;
  /** The later end of a span. */
  end?: boolean;
  value: string;
  label: string;
  onChange: (value: string) => void;
}) {
  if (isNumeric(column.kind)) {
    return (
      <InputNumber<string>
        stringMode
        aria-label={label}
        value={value || null}
        onChange={next => onChange(next ?? '')}
        style={{ width: '100%' }}
      />
    );
  }
  if (isDay(column)) {
    // A moment is filtered by whole days: from the first moment of one to the last of another.
    const moment = column.kind === 'INSTANT';
    const date = value && moment ? wallClock(value).date : value;
    return (
      <DatePicker
        aria-label={label}
        value={date ? dayjs(date) : null}
        onChange={next => {
          const chosen = next?.format('YYYY-MM-DD') ?? '';
          onChange(chosen && moment ? (end ? endOf(chosen) : instantAt(chosen, '00:00')) : chosen);
        }}
        style={{ width: '100%' }}
      />
    );
  }
  return <Input aria-label={label} value={value} onChange={event => onChange(event.target.value)} />;
}

/** The value of one condition, asked for in the way its column and operator need. */
export function ValueInput({ column, condition, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const values = condition.values ?? [];
  const label = t('lists.filter.value');
  if (!needsValues(condition.operator)) return <span className={styles.noValue} />;

  if (condition.operator === 'WITHIN') {
    return (
      <Select
        aria-label={label}
        value={values[0]}
        options={periods.map(value => ({ value, label: words.period(value) }))}
        onChange={value => onChange([value])}
      />
    );
  }
  if (condition.operator === 'BETWEEN') {
    const [from = '', to = ''] = values;
    return (
      <span className={styles.range}>
        <Single
          column={column}
          value={from}
          label={t('lists.filter.from')}
          onChange={next => onChange([next, to])}
        />
        <span aria-hidden="true">~</span>
        <Single
          column={column}
          value={to}
          label={t('lists.filter.to')}
          end
          onChange={next => onChange([from, next])}
        />
      </span>
    );
  }
  if (column.kind === 'FLAG') {
    return (
      <Select
        aria-label={label}
        value={values[0]}
        options={[
          { value: 'true', label: t('common.yes') },
          { value: 'false', label: t('common.no') },
        ]}
        onChange={value => onChange([value])}
      />
    );
  }
  if (column.options) {
    return (
      <Select
        mode="multiple"
        aria-label={label}
        value={values}
        maxTagCount="responsive"
        optionFilterProp="label"
        options={column.options}
        onChange={onChange}
      />
    );
  }
  if (isById(column, condition)) {
    const list = listOf(column, condition);
    return list ? (
      <RecordSelect multiple list={list} aria-label={label} value={values} onChange={onChange} />
    ) : (
      <Suspense fallback={<Bars rows={1} height={32} />}>
        <UnitSelect aria-label={label} value={values} onChange={onChange} />
      </Suspense>
    );
  }
  return (
    <Single
      column={column}
      value={values[0] ?? ''}
      label={label}
      end={condition.operator === 'AT_MOST'}
      onChange={value => onChange([value])}
    />
  );
}
