import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CloseOutlined,
  DownloadOutlined,
  PicCenterOutlined,
  SortAscendingOutlined,
} from '@/shared/ui/icons';
import { Button, Checkbox, Dropdown, Popover, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/api';
import { exportHref, type Asked } from './data';
import type { Sort } from './query';
import styles from './lists.module.css';

type ColumnProps = {
  columns: Column[];
  chosen: string[];
  onChange: (keys: string[] | null) => void;
  compact: boolean;
  onCompact: (compact: boolean) => void;
};

/** Which columns, in which order. */
export function ColumnChooser({ columns, chosen, onChange, compact, onCompact }: ColumnProps) {
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
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
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
          <label className={styles.chooserEnd}>
            <Switch size="small" checked={compact} onChange={onCompact} />
            <span>{t('lists.compact')}</span>
          </label>
          <Button size="small" onClick={() => onChange(null)}>
            {t('lists.columns.reset')}
          </Button>
        </section>
      }
    >
      <Button
        icon={<PicCenterOutlined rotate={90} />}
        aria-label={t('lists.columns.title')}
        title={t('lists.columns.title')}
      />
    </Popover>
  );
}

type SortProps = { columns: Column[]; sort: Sort[]; onChange: (sort: Sort[]) => void };

/** Several sort fields, without needing a mouse and the Shift key. */
export function SortChooser({ columns, sort, onChange }: SortProps) {
  const { t } = useTranslation();
  const sortable = columns.filter(column => column.sortable);
  const free = sortable.filter(({ key }) => !sort.some(({ column }) => column === key));
  const replace = (index: number, next: Sort) => onChange(sort.map((one, i) => (i === index ? next : one)));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
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
              onChange={(column: string | null) =>
                column && onChange([...sort, { column, descending: false }])
              }
            />
          )}
          <p className={styles.hint}>{t('lists.sort.hint')}</p>
        </section>
      }
    >
      <Button
        icon={<SortAscendingOutlined />}
        aria-label={t('lists.sort.title')}
        title={t('lists.sort.title')}
      />
    </Popover>
  );
}

/** Files with the same query as the list. */
export function ExportMenu({ list, asked }: { list: string; asked: Asked }) {
  const { t } = useTranslation();
  const item = (format: 'xlsx' | 'csv') => ({
    key: format,
    label: (
      <a href={exportHref(list, format, asked)} download>
        {t(`lists.export.${format}`)}
      </a>
    ),
  });
  return (
    <Dropdown trigger={['click']} menu={{ items: [item('xlsx'), item('csv')] }}>
      <Button icon={<DownloadOutlined />}>{t('lists.export.title')}</Button>
    </Dropdown>
  );
}
