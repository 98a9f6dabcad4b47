import { CloseOutlined, FilterOutlined } from '@/shared/ui/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Filter } from '@/shared/api';
import { Bars } from '@/shared/ui/Bars';
import { useWords } from './describe';
import { partsOf, without } from './filters';
import { useNamesIn } from './named';
import styles from './lists.module.css';

const FilterBuilder = lazy(() => import('./FilterBuilder'));

type Props = { columns: Column[]; filter: Filter | null; onChange: (filter: Filter | null) => void };

/** The button that opens the builder. */
export function FilterButton({ columns, filter, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const count = filter ? partsOf(filter).length : 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <Suspense fallback={<Bars rows={2} />}>
          <FilterBuilder
            columns={columns.filter(column => column.operators.length > 0)}
            filter={filter}
            onCancel={() => setOpen(false)}
            onApply={next => {
              setOpen(false);
              onChange(next);
            }}
          />
        </Suspense>
      }
    >
      <Button icon={<FilterOutlined />} aria-expanded={open}>
        {t('lists.filter.title')}
        {count > 0 && <span className={styles.badge}>{count}</span>}
      </Button>
    </Popover>
  );
}

/** What is filtered, in words; each part can be taken away. */
export function FilterChips({ columns, filter, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  useNamesIn(filter, columns);
  if (!filter) return null;
  const parts = 'any' in filter ? [filter] : partsOf(filter);
  return (
    <div className={styles.chips}>
      {parts.map((part, index) => {
        const text = words.filter(part, columns);
        return (
          <span key={index} className={styles.chip}>
            <span className={styles.chipText} title={text}>
              {text}
            </span>
            <button
              type="button"
              aria-label={t('lists.filter.removeChip', { text })}
              onClick={() => onChange(parts.length === 1 ? null : without(filter, index))}
            >
              <CloseOutlined />
            </button>
          </span>
        );
      })}
      <Button type="link" size="small" onClick={() => onChange(null)}>
        {t('lists.filter.clear')}
      </Button>
    </div>
  );
}
