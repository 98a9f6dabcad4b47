import './texts';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldLevel } from '@/shared/api';
import { Bars, ProblemAlert } from '@/shared/ui';
import { useRuledFields, type FieldRule } from './data';
import styles from './accounts.module.css';

type Props = { rules: FieldRule[]; readOnly: boolean; onChange: (rules: FieldRule[]) => void };

/** How far a role goes with single fields of records; what it does not name may be read and written. */
export default function FieldLevels({ rules, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const lists = useRuledFields();
  const [sought, setSought] = useState('');
  const [ruledOnly, setRuledOnly] = useState(readOnly);
  if (lists.error) return <ProblemAlert error={lists.error} onRetry={() => void lists.refetch()} />;
  if (!lists.data) return <Bars rows={4} />;
  const levelOf = (list: string, field: string): FieldLevel =>
    rules.find(rule => rule.list === list && rule.field === field)?.level ?? 'WRITE';
  const set = (list: string, field: string, level: FieldLevel) => {
    const others = rules.filter(rule => rule.list !== list || rule.field !== field);
    onChange(level === 'WRITE' ? others : [...others, { list, field, level }]);
  };
  const wanted = sought.trim().toLowerCase();
  const groups = lists.data
    .map(({ list, label, fields }) => ({
      list,
      label,
      closed: fields.filter(({ key }) => levelOf(list, key) !== 'WRITE').length,
      fields: fields.filter(
        field =>
          (!wanted || field.label.toLowerCase().includes(wanted)) &&
          (!ruledOnly || levelOf(list, field.key) !== 'WRITE'),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <section className={styles.ruled ?? ''} aria-label={t('accounts.fields.title')}>
      <div className={styles.head}>
        <h2>{t('accounts.fields.title')}</h2>
        <span className={`${styles.hint} numbers`}>
          {t('accounts.fields.closed', { count: rules.length, number: rules.length })}
        </span>
        <span className={styles.grow} />
        <Select<'all' | 'ruled'>
          size="small"
          variant="filled"
          popupMatchSelectWidth={false}
          aria-label={t('accounts.fields.show')}
          value={ruledOnly ? 'ruled' : 'all'}
          onChange={value => setRuledOnly(value === 'ruled')}
          options={[
            { value: 'all', label: t('accounts.fields.all') },
            { value: 'ruled', label: t('accounts.fields.ruledOnly') },
          ]}
        />
        <Input
          size="small"
          allowClear
          className={styles.seek ?? ''}
          placeholder={t('accounts.fields.seek')}
          aria-label={t('accounts.fields.seek')}
          value={sought}
          onChange={event => setSought(event.target.value)}
        />
      </div>
      <p className={styles.hint}>{t('accounts.fields.text')}</p>
      {groups.length === 0 && <p className={styles.hint}>{t('accounts.fields.none')}</p>}
      {groups.map(({ list, label, closed, fields }) => (
        <details key={list} className={styles.fieldList} open={Boolean(wanted) || ruledOnly || closed > 0}>
          <summary>
            {label}
            {closed > 0 && (
              <small className="numbers">
                {t('accounts.fields.closed', { count: closed, number: closed })}
              </small>
            )}
          </summary>
          <div className={styles.fieldGrid}>
            {fields.map(field => (
              <div key={field.key} className={styles.fieldRule}>
                <span title={field.label}>{field.label}</span>
                <Select<FieldLevel>
                  size="small"
                  variant="filled"
                  popupMatchSelectWidth={false}
                  aria-label={`${label} · ${field.label}`}
                  disabled={readOnly}
                  value={levelOf(list, field.key)}
                  options={[...field.levels]
                    .reverse()
                    .map(value => ({ value, label: t(`accounts.fieldLevel.${value}`) }))}
                  onChange={level => set(list, field.key, level)}
                />
              </div>
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}
