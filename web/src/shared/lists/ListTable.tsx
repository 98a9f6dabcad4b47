import { CaretDownFilled, CaretUpFilled } from '@/shared/ui/icons';
import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSession, type Cell, type Column, type Row } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { CellView, isNumeric, plain } from './cells';
import type { Sort } from './query';
import styles from './lists.module.css';

export type CellOverrides = Record<string, (value: Cell | undefined, row: Row) => ReactNode>;

/** One click sorts by this alone (ascending, descending, not at all); with Shift it joins the others. */
export function nextSort(sort: Sort[], column: string, adding: boolean): Sort[] {
  const now = sort.find(one => one.column === column);
  const next: Sort | null = !now
    ? { column, descending: false }
    : now.descending
      ? null
      : { column, descending: true };
  if (!adding) return next ? [next] : [];
  if (!now) return [...sort, next!];
  return sort.map(one => (one.column === column ? next : one)).filter(one => one !== null);
}

function Head({ column, sort, onSort }: { column: Column; sort: Sort[]; onSort: (sort: Sort[]) => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const currency = useSession().data?.company?.currency;
  const money = column.kind === 'MONEY' && currency;
  const label = (
    <>
      {column.label}
      {money && <span className={styles.unit}>{` ${currency}`}</span>}
    </>
  );
  if (!column.sortable) return <span className={styles.head}>{label}</span>;
  const position = sort.findIndex(one => one.column === column.key);
  const now = sort[position];
  return (
    <button
      type="button"
      lang={language}
      className={styles.head}
      title={`${t('lists.sort.by', { label: column.label })} · ${t('lists.sort.hint')}`}
      onClick={event => onSort(nextSort(sort, column.key, event.shiftKey))}
    >
      {label}
      {now && (
        <span className={styles.sorted}>
          {now.descending ? <CaretDownFilled /> : <CaretUpFilled />}
          {sort.length > 1 && position + 1}
        </span>
      )}
    </button>
  );
}

type Props = {
  columns: Column[];
  rows: Row[];
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  /** Where a row leads; its first cell becomes a link. */
  hrefOf: (row: Row) => string | null;
  onOpen: (row: Row) => void;
  opened: string | null;
  compact: boolean;
  cells?: CellOverrides | undefined;
  lead?: ((row: Row) => ReactNode) | undefined;
  selection?: { ids: string[]; onChange: (ids: string[]) => void } | undefined;
};

export function ListTable(props: Props) {
  const { columns, rows, sort, onSort, hrefOf, onOpen, opened, compact, cells, lead, selection } = props;
  const { t } = useTranslation();
  const titleKey = columns[0]?.key;
  const nameOfRow = (row: Row) => plain(titleKey ? row.cells[titleKey] : undefined) || row.id;

  const shown: TableProps<Row>['columns'] = columns.map(column => {
    const now = sort.find(one => one.column === column.key);
    const order = now ? (now.descending ? ('descending' as const) : ('ascending' as const)) : undefined;
    const first = column.key === titleKey;
    return {
      key: column.key,
      title: <Head column={column} sort={sort} onSort={onSort} />,
      align: isNumeric(column.kind) ? 'right' : 'left',
      className: `${first ? styles.first : ''} ${isNumeric(column.kind) ? 'numbers' : ''}`,
      onHeaderCell: () => ({ 'aria-sort': order }),
      render: (_: unknown, row: Row) => {
        const value = row.cells[column.key];
        const content = cells?.[column.key]?.(value, row) ?? <CellView column={column} value={value} />;
        const href = first ? hrefOf(row) : null;
        return (
          <div className={column.kind === 'LONG_TEXT' ? styles.longCell : styles.cell} title={tip(value)}>
            {href ? (
              <Link to={href} className={styles.rowLink} onClick={event => event.stopPropagation()}>
                {content}
              </Link>
            ) : (
              content
            )}
          </div>
        );
      },
    };
  });

  return (
    <Table<Row>
      className={styles.table}
      size="small"
      rowKey="id"
      columns={lead ? [leading(lead, t('records.actions')), ...shown] : shown}
      dataSource={rows}
      pagination={false}
      showSorterTooltip={false}
      rowClassName={row => `${compact ? styles.compactRow : ''} ${row.id === opened ? styles.openRow : ''}`}
      onRow={row => ({
        onClick: event => {
          if ((event.target as HTMLElement).closest('a,button,input,label')) return;
          if (window.getSelection()?.toString()) return;
          onOpen(row);
        },
      })}
      {...(selection && {
        rowSelection: {
          selectedRowKeys: selection.ids,
          preserveSelectedRowKeys: true,
          columnWidth: 44,
          onChange: keys => selection.onChange(keys.map(String)),
          getTitleCheckboxProps: () => ({ 'aria-label': t('common.all') }),
          getCheckboxProps: row => ({ 'aria-label': t('lists.selectRow', { name: nameOfRow(row) }) }),
        },
      })}
    />
  );
}

const leading = (lead: (row: Row) => ReactNode, label: string) => ({
  key: ' lead',
  title: <span className="visually-hidden">{label}</span>,
  width: 52,
  className: styles.lead ?? '',
  render: (_: unknown, row: Row) => lead(row),
});

const tip = (value: Cell | undefined) => (typeof value === 'string' && value.length > 24 ? value : undefined);
