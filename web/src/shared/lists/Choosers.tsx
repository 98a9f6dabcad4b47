import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CloseOutlined,
  PicCenterOutlined,
  SortAscendingOutlined,
} from '@/shared/ui/icons';
import { Button, Checkbox, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/api';
import { PanelButton } from './PanelButton';
import type { Sort } from './query';
import styles from './lists.module.css';

type ColumnProps = {
  columns: Column[];
  chosen: string[];
  onChange: (keys: string[] | null) => void;
  /** The height of the rows, where they have one. */
  density?: { compact: boolean; onChange: (compact: boolean) => void };
};

/** Which columns, in which order. */
export function ColumnFields({ columns, chosen, onChange, density }: ColumnProps) {
  const { t } = useTranslation();
  const hidden = columns.filter(({ key }) => !chosen.includes(key));
  const shown = chosen
    .map(key => columns.find(column => column.key === key))
    .filter(column => column != null);
  const move = (index: number, by: number) => {
    const keys = [...chosen];
    const [key] = keys.splice(index, 1);
    keys.splice(index + by, 0, key!);
    onChange(keys);
  };
  return (
    <section className={styles.chooser} aria-label={t('lists.columns.title')}>
      <div className={styles.chooserList}>
        {shown.map(({ key, label }, index) => (
          <div key={key} className={styles.chooserLine}>
            <Checkbox
              checked
              disabled={shown.length === 1}
              onChange={() => onChange(chosen.filter(one => one !== key))}
            >
              {label}
            </Checkbox>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={t('lists.columns.moveUp', { label })}
              onClick={() => move(index, -1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              disabled={index === shown.length - 1}
              aria-label={t('lists.columns.moveDown', { label })}
              onClick={() => move(index, 1)}
            />
          </div>
        ))}
        {hidden.map(({ key, label }) => (
          <div key={key} className={styles.chooserLine}>
            <Checkbox checked={false} onChange={() => onChange([...chosen, key])}>
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

export function ColumnChooser(props: ColumnProps) {
  const { t } = useTranslation();
  return (
    <PanelButton
      placement="bottomRight"
      icon={<PicCenterOutlined rotate={90} />}
      aria-label={t('lists.columns.title')}
      title={t('lists.columns.title')}
      panel={() => <ColumnFields {...props} />}
    />
  );
}

type SortProps = { columns: Column[]; sort: Sort[]; onChange: (sort: Sort[]) => void };

/** Several sort fields, without needing a mouse and the Shift key. */
export function SortFields({ columns, sort, onChange }: SortProps) {
  const { t } = useTranslation();
  const sortable = columns.filter(column => column.sortable);
  const free = sortable.filter(({ key }) => !sort.some(({ column }) => column === key));
  const replace = (index: number, next: Sort) => onChange(sort.map((one, i) => (i === index ? next : one)));
  return (
    <section className={styles.chooser} aria-label={t('lists.sort.title')}>
      {sort.map((one, index) => (
        <div key={one.column} className={styles.sortLine}>
          <Select
            aria-label={t('lists.sort.title')}
            value={one.column}
            options={sortable
              .filter(({ key }) => key === one.column || free.some(column => column.key === key))
              .map(({ key, label }) => ({ value: key, label }))}
            onChange={column => replace(index, { ...one, column })}
          />
          <Segmented<boolean>
            value={one.descending}
            onChange={descending => replace(index, { ...one, descending })}
            options={[
              { value: false, label: t('lists.sort.ascending') },
              { value: true, label: t('lists.sort.descending') },
            ]}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('common.remove')}
            onClick={() => onChange(sort.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      {free.length > 0 && (
        <Select
          aria-label={t('lists.sort.add')}
          placeholder={t('lists.sort.add')}
          value={null}
          options={free.map(({ key, label }) => ({ value: key, label }))}
          onChange={(column: string | null) => column && onChange([...sort, { column, descending: false }])}
        />
      )}
      <p className={styles.hint}>{t('lists.sort.hint')}</p>
    </section>
  );
}

export function SortChooser(props: SortProps) {
  const { t } = useTranslation();
  return (
    <PanelButton
      placement="bottomRight"
      icon={<SortAscendingOutlined />}
      aria-label={t('lists.sort.title')}
      title={t('lists.sort.title')}
      panel={() => <SortFields {...props} />}
    />
  );
}
