import { CloseOutlined, PicCenterOutlined, SortAscendingOutlined } from '@/shared/ui/icons';
import { Button, Segmented, Select } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/api';
import type { ColumnProps } from './ColumnFields';
import { PanelButton } from './PanelButton';
import type { Sort } from './query';
import styles from './lists.module.css';

const ColumnFields = lazy(() => import('./ColumnFields'));

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
