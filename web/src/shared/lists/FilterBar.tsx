import { CloseOutlined, FilterOutlined } from '@/shared/ui/icons';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Filter } from '@/shared/api';
import { useWords } from './describe';
import { partsOf, without } from './filters';
import { useNamesIn } from './named';
import { PanelButton } from './PanelButton';
import styles from './lists.module.css';

const FilterBuilder = lazy(() => import('./FilterBuilder'));

type Props = { columns: Column[]; filter: Filter | null; onChange: (filter: Filter | null) => void };

/** The button that opens the builder. */
export function FilterButton({ columns, filter, onChange }: Props) {
  const { t } = useTranslation();
  const count = filter ? partsOf(filter).length : 0;
  return (
    <PanelButton
      placement="bottomLeft"
      icon={<FilterOutlined />}
      panel={close => (
        <FilterBuilder
          columns={columns.filter(column => column.operators.length > 0)}
          filter={filter}
          onCancel={close}
          onApply={next => {
            close();
            onChange(next);
          }}
        />
      )}
    >
      {t('lists.filter.title')}
      {count > 0 && <span className={styles.badge}>{count}</span>}
    </PanelButton>
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
