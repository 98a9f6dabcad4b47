import { CaretDownFilled, CaretUpFilled, EditOutlined } from '@/shared/ui/icons';
import { Checkbox } from 'antd';
import { lazy, Suspense, useState, type MouseEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSession, type Cell, type Column, type Row } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { CellTitle, CellView, isNumeric, plain } from './cells';
import { placesOf, type Place, type PlacedColumn } from './placing';
import type { Sort } from './query';
import { WidthGrip } from './WidthGrip';
import styles from './lists.module.css';

const CellEditor = lazy(() => import('@/shared/bulk/CellEditor'));

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

export type Ticks = { ids: string[]; onChange: (ids: string[]) => void };

type Props = {
  columns: PlacedColumn[];
  /** Makes a column that wide; as wide as its contents where nothing is said. */
  onWidth: (key: string, width: number | null) => void;
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
  selection?: Ticks | undefined;
  list: string;
  /** The rows one may change. */
  editable: string[];
};

/** A plain table: the rows of one page need no virtual scrolling, and every list loads this. */
export function ListTable(props: Props) {
  const { rows, sort, onSort, onWidth, lead, selection } = props;
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<{ key: string; width: number } | null>(null);
  const columns = props.columns.map(one => (one.key === dragged?.key ? { ...one, ...dragged } : one));
  const places = placesOf(columns, selection !== undefined);
  // Widths are kept exactly: what is left of the table's own width goes to nobody.
  const slack = places.some(({ sized }) => sized);
  const here = rows.map(({ id }) => id);
  const picked = here.filter(id => selection?.ids.includes(id)).length;
  const pickAll = (all: boolean) => {
    const elsewhere = selection?.ids.filter(id => !here.includes(id)) ?? [];
    selection?.onChange(all ? [...elsewhere, ...here] : elsewhere);
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {selection && (
            <th className={styles.pick} scope="col">
              <Checkbox
                aria-label={t('common.all')}
                checked={picked > 0 && picked === rows.length}
                indeterminate={picked > 0 && picked < rows.length}
                onChange={event => pickAll(event.target.checked)}
              />
            </th>
          )}
          {lead && (
            <th className={styles.lead} scope="col">
              <span className="visually-hidden">{t('records.actions')}</span>
            </th>
          )}
          {columns.map((column, index) => (
            <th
              key={column.key}
              scope="col"
              className={classOf(columns, index, places[index])}
              style={places[index]?.style}
              {...ordered(column, sort)}
            >
              <Head column={column} sort={sort} onSort={onSort} />
              <WidthGrip
                label={column.label}
                onDrag={width => setDragged(width === null ? null : { key: column.key, width })}
                onWidth={width => onWidth(column.key, width)}
              />
            </th>
          ))}
          {slack && <th className={styles.slack} aria-hidden="true" />}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Line key={row.id} {...props} columns={columns} places={places} slack={slack} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** Where nothing is pinned, the first column stays at the left. */
const classOf = (columns: PlacedColumn[], index: number, place: Place | undefined) =>
  [
    index === 0 && styles.edge,
    index === 0 && columns[0]?.pin !== 'LEFT' && styles.first,
    place?.pinned && styles.pinned,
    place?.sized && styles.sized,
    isNumeric(columns[index]!.kind) && `${styles.number} numbers`,
  ]
    .filter(Boolean)
    .join(' ');

function ordered({ key }: Column, sort: Sort[]) {
  const now = sort.find(one => one.column === key);
  return now ? { 'aria-sort': now.descending ? ('descending' as const) : ('ascending' as const) } : {};
}

type LineProps = Props & { places: Place[]; slack: boolean; row: Row };

function Line({ row, places, slack, ...props }: LineProps) {
  const { columns, hrefOf, onOpen, opened, compact, cells, lead, selection, list, editable } = props;
  const { t } = useTranslation();
  const [edited, setEdited] = useState<string | null>(null);
  const mayEdit = editable.includes(row.id);
  const href = hrefOf(row);
  const chosen = selection?.ids.includes(row.id) ?? false;
  const open = (event: MouseEvent) => {
    if ((event.target as HTMLElement).closest('a,button,input,label,[data-editor]')) return;
    if (window.getSelection()?.toString()) return;
    onOpen(row);
  };
  return (
    <tr data-compact={compact} data-open={row.id === opened} data-picked={chosen} onClick={open}>
      {selection && (
        <td className={styles.pick}>
          <RowTick row={row} title={columns[0]} ticks={selection} />
        </td>
      )}
      {lead && <td className={styles.lead}>{lead(row)}</td>}
      {columns.map((column, index) => {
        const value = row.cells[column.key];
        const own = cells?.[column.key]?.(value, row);
        return (
          <td
            key={column.key}
            className={classOf(columns, index, places[index])}
            style={places[index]?.style}
            data-editing={edited === column.key}
          >
            {mayEdit && column.editable && column.kind !== 'INSTANT' && (
              <button
                type="button"
                className={styles.cellEdit}
                tabIndex={-1}
                aria-label={`${t('common.edit')} ${column.label}`}
                onClick={() => setEdited(column.key)}
              >
                <EditOutlined />
              </button>
            )}
            {edited === column.key && (
              // What is chosen in a list that opens elsewhere on the page is no press on the row.
              <div data-editor onClick={event => event.stopPropagation()}>
                <Suspense fallback={null}>
                  <CellEditor
                    list={list}
                    id={row.id}
                    column={column}
                    value={value}
                    onClose={() => setEdited(null)}
                  />
                </Suspense>
              </div>
            )}
            <div className={column.kind === 'LONG_TEXT' ? styles.longCell : styles.cell} title={tip(value)}>
              {index === 0 && href ? (
                <Link to={href} className={styles.rowLink} data-row-link>
                  {own ?? <CellTitle column={column} value={value} />}
                </Link>
              ) : (
                (own ?? <CellView column={column} value={value} />)
              )}
            </div>
          </td>
        );
      })}
      {slack && <td className={styles.slack} aria-hidden="true" />}
    </tr>
  );
}

type TickProps = { row: Row; title: Column | undefined; ticks: Ticks };

/** The box that chooses a row. */
export function RowTick({ row, title, ticks: { ids, onChange } }: TickProps) {
  const { t } = useTranslation();
  const name = plain(title && row.cells[title.key]) || t('lists.unnamed');
  return (
    <Checkbox
      aria-label={t('lists.selectRow', { name })}
      checked={ids.includes(row.id)}
      onChange={event => onChange(event.target.checked ? [...ids, row.id] : ids.filter(id => id !== row.id))}
    />
  );
}

const tip = (value: Cell | undefined) => (typeof value === 'string' && value.length > 24 ? value : undefined);
