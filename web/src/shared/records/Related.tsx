import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Filter } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import {
  CellView,
  isNumeric,
  listHref,
  listPath,
  plain,
  recordPath,
  useListing,
  useRows,
} from '@/shared/lists';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './records.module.css';

export type RelatedTab = { key: string; label: string; count?: number | undefined; children: ReactNode };

/** What hangs on a record, in tabs with their counts. */
export function RelatedTabs({ tabs }: { tabs: RelatedTab[] }) {
  const format = useFormat();
  return (
    <Tabs
      items={tabs.map(({ key, label, count, children }) => ({
        key,
        children,
        label: (
          <>
            {label}
            {count !== undefined && (
              <span className={`${styles.tabCount} numbers`}>{format.exactNumber(count)}</span>
            )}
          </>
        ),
      }))}
    />
  );
}

/** How many records of a list belong here: for the count on a tab. */
export const useRelatedCount = (list: string, filter: Filter, enabled = true) =>
  useRows(list, { filter, size: 1 }, enabled).data?.total;

type Props = {
  list: string;
  filter: Filter;
  columns?: string[];
  size?: number;
  empty?: ReactNode;
  actions?: ReactNode;
};

/** The first records of another list that belong to this record, and the way to all of them. */
export function RelatedList({ list, filter, columns, size = 10, empty, actions }: Props) {
  const { t } = useTranslation();
  const listing = useListing(list);
  const all = listing.data?.columns ?? [];
  const keys =
    columns ??
    all
      .filter(column => column.shown)
      .slice(0, 5)
      .map(({ key }) => key);
  const rows = useRows(
    list,
    { filter, size, columns: keys, sort: listing.data?.defaultSort ?? '' },
    listing.isSuccess,
  );
  const error = listing.error ?? rows.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void rows.refetch()} />;
  if (!rows.data) return <Bars rows={3} />;
  const shown = keys.map(key => all.find(column => column.key === key)).filter(column => column != null);
  const path = listPath(list);
  return (
    <div className={styles.related}>
      {actions && <div className={styles.relatedActions}>{actions}</div>}
      {rows.data.total === 0 ? (
        <p className={styles.none}>{empty ?? t('lists.kanban.empty')}</p>
      ) : (
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                {shown.map(({ key, label, kind }) => (
                  <th key={key} scope="col" data-number={isNumeric(kind)}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.data.rows.map(row => (
                <tr key={row.id}>
                  {shown.map((column, index) => {
                    const value = row.cells[column.key];
                    const to = index === 0 ? recordPath(list, row.id) : null;
                    return (
                      <td key={column.key} data-number={isNumeric(column.kind)} className="numbers">
                        {to ? (
                          <Link to={to}>{plain(value) || row.id}</Link>
                        ) : (
                          <CellView column={column} value={value} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {path && rows.data.total > rows.data.rows.length && (
        <Link to={listHref(path, { filter })}>{t('home.openList')}</Link>
      )}
    </div>
  );
}
