import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import styles from './lists.module.css';

/** The rows a bulk action is about: those ticked, or every record of the query. */
export type Selection = {
  ids: string[];
  all: boolean;
  count: number;
  filter: Filter | null;
  q: string;
  clear: () => void;
};

type Props = {
  selection: Selection;
  total: number;
  onAll: () => void;
  actions: (selection: Selection) => ReactNode;
};

/** What is selected, and what can be done with it. */
export function BulkBar({ selection, total, onAll, actions }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ids, all, clear } = selection;
  return (
    <div className={styles.bulk} role="region" aria-label={t('records.actions')}>
      <span className="numbers">
        {all
          ? t('lists.allSelected', { total: format.exactNumber(total) })
          : t('lists.selected', { number: ids.length })}
      </span>
      {!all && total > ids.length && (
        <Button type="link" size="small" onClick={onAll}>
          {t('lists.selectAll', { total: format.exactNumber(total) })}
        </Button>
      )}
      {(all || ids.length > 0) && actions(selection)}
      <span className={styles.grow} />
      <Button type="text" size="small" onClick={clear}>
        {t('lists.clearSelection')}
      </Button>
    </div>
  );
}
