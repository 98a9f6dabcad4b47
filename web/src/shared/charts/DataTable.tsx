import type { ReactNode } from 'react';
import styles from './charts.module.css';

export type ChartTable = {
  columns: { key: string; label: string; number?: boolean }[];
  rows: Record<string, ReactNode>[];
};
type Props = ChartTable & { title: string; maxHeight?: number };

/** Numbers as a table, for those who cannot see a drawing or want the digits. */
export function DataTable({ title, columns, rows, maxHeight }: Props) {
  return (
    <div className={styles.data} style={{ maxHeight }} tabIndex={0} role="region" aria-label={title}>
      <table className="numbers">
        <thead>
          <tr>
            {columns.map(({ key, label, number }) => (
              <th key={key} scope="col" data-number={number ?? false}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ key, number }) => (
                <td key={key} data-number={number ?? false}>
                  {row[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
