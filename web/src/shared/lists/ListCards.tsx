import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Column, Row } from '@/shared/api';
import { CellTitle, CellView, isEmptyCell } from './cells';
import { RowTick, type CellOverrides, type Ticks } from './ListTable';
import styles from './lists.module.css';

type Props = {
  columns: Column[];
  rows: Row[];
  hrefOf: (row: Row) => string | null;
  cells?: CellOverrides | undefined;
  lead?: ((row: Row) => ReactNode) | undefined;
  selection?: Ticks | undefined;
};

const lines = 4;

/** The rows of a list on a narrow screen. */
export function ListCards({ columns, rows, hrefOf, cells, lead, selection }: Props) {
  const [title, ...rest] = columns;
  if (!title) return null;
  const own = (column: Column, row: Row) => cells?.[column.key]?.(row.cells[column.key], row);
  const view = (column: Column, row: Row) =>
    own(column, row) ?? <CellView column={column} value={row.cells[column.key]} />;
  return (
    <ul className={styles.cards}>
      {rows.map(row => {
        const href = hrefOf(row);
        return (
          <li key={row.id} className={styles.card}>
            <div className={styles.cardTitle}>
              {selection && <RowTick row={row} title={title} ticks={selection} />}
              {lead?.(row)}
              {href ? (
                <Link to={href} data-row-link>
                  {own(title, row) ?? <CellTitle column={title} value={row.cells[title.key]} />}
                </Link>
              ) : (
                view(title, row)
              )}
            </div>
            <dl className={styles.cardFields}>
              {rest
                .filter(column => !isEmptyCell(row.cells[column.key]))
                .slice(0, lines)
                .map(column => (
                  <div key={column.key}>
                    <dt>{column.label}</dt>
                    <dd className="numbers">{view(column, row)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
