import { Button, Checkbox, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column, ShownColumn } from '@/shared/api';
import { usePhone } from '@/shared/ui';
import Reorder from './Reorder';
import { bounded } from './widths';
import styles from './lists.module.css';

export type ColumnProps = {
  columns: Column[];
  chosen: ShownColumn[];
  onChange: (columns: ShownColumn[] | null) => void;
  /** The height of the rows, where they have one. */
  density?: { compact: boolean; onChange: (compact: boolean) => void };
};

/** Which columns, in which order, how wide and whether they stay at an edge; on a phone only which. */
export default function ColumnFields({ columns, chosen, onChange, density }: ColumnProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const labels = new Map(columns.map(({ key, label }) => [key, label]));
  const hidden = columns.filter(({ key }) => !chosen.some(one => one.key === key));
  const change = (key: string, patch: Partial<ShownColumn>) =>
    onChange(chosen.map(one => (one.key === key ? { ...one, ...patch } : one)));
  const shown = chosen.map(({ key, width, pin }) => {
    const label = labels.get(key) ?? key;
    const tick = (
      <Checkbox
        checked
        disabled={chosen.length === 1}
        onChange={() => onChange(chosen.filter(one => one.key !== key))}
      >
        {label}
      </Checkbox>
    );
    return {
      key,
      label,
      content: phone ? (
        tick
      ) : (
        <>
          {tick}
          <Width
            key={width}
            label={t('lists.columns.width', { label })}
            width={width}
            onChange={next => change(key, { width: next })}
          />
          <Select<'LEFT' | 'RIGHT' | 'NONE'>
            size="small"
            aria-label={t('lists.columns.pin', { label })}
            value={pin ?? 'NONE'}
            options={(['NONE', 'LEFT', 'RIGHT'] as const).map(value => ({
              value,
              label: t(`lists.columns.pins.${value}`),
            }))}
            popupMatchSelectWidth={false}
            onChange={next => change(key, { pin: next === 'NONE' ? null : next })}
          />
        </>
      ),
    };
  });
  const order = (keys: string[]) => onChange(keys.map(key => chosen.find(one => one.key === key)!));
  return (
    <section className={styles.chooser} aria-label={t('lists.columns.title')}>
      <div className={styles.chooserList}>
        {phone ? (
          shown.map(({ key, content }) => (
            <div key={key} className={styles.chooserLine}>
              {content}
            </div>
          ))
        ) : (
          <Reorder lines={shown} onOrder={order} />
        )}
        {hidden.map(({ key, label }) => (
          <div key={key} className={styles.chooserLine}>
            <Checkbox checked={false} onChange={() => onChange([...chosen, { key, width: null, pin: null }])}>
              {label}
            </Checkbox>
          </div>
        ))}
      </div>
      {density && (
        <label className={styles.chooserEnd}>
          <Switch size="small" checked={density.compact} onChange={density.onChange} />
          <span>{t('lists.compact')}</span>
        </label>
      )}
      <Button size="small" onClick={() => onChange(null)}>
        {t('lists.columns.reset')}
      </Button>
    </section>
  );
}

type WidthProps = { label: string; width: number | null; onChange: (width: number | null) => void };

/** A width counts when it has been typed whole. */
function Width({ label, width, onChange }: WidthProps) {
  const { t } = useTranslation();
  const take = (text: string) => {
    const typed = Number(text);
    const next = text.trim() === '' || !Number.isFinite(typed) ? null : bounded(typed);
    if (next !== width) onChange(next);
  };
  return (
    <InputNumber<number>
      size="small"
      className={styles.width}
      aria-label={label}
      placeholder={t('lists.columns.auto')}
      defaultValue={width ?? undefined}
      controls={false}
      precision={0}
      onBlur={event => take(event.target.value)}
      onPressEnter={event => take((event.target as HTMLInputElement).value)}
    />
  );
}
