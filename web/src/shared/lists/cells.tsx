import { CheckOutlined } from '@/shared/ui/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSession, type Cell, type Column, type ColumnKind, type Money, type Ref } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { recordPath } from './paths';
import styles from './lists.module.css';

type Format = ReturnType<typeof useFormat>;
type Shown = Pick<Column, 'kind' | 'options' | 'list'>;
type Around = { format: Format; column: Shown; homeCurrency: string | undefined; yes: string; no: string };

const isRef = (value: Cell): value is Ref => typeof value === 'object' && value !== null && 'name' in value;
const isMoney = (value: Cell): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;

const named: Record<string, string> = {
  success: 'var(--success)',
  warning: 'var(--warning)',
  danger: 'var(--danger)',
  info: 'var(--info)',
  jade: 'var(--jade)',
  grey: 'var(--secondary)',
};
const dotColour = (colour: string | null | undefined) => (colour ? (named[colour] ?? colour) : undefined);

function Choice({ value, column }: { value: string; column: Shown }) {
  const option = column.options?.find(one => one.value === value);
  const colour = dotColour(option?.color);
  return (
    <span className={styles.choice}>
      {colour && <span className={styles.dot} style={{ background: colour }} aria-hidden="true" />}
      {option?.label ?? value}
    </span>
  );
}

function reference(value: Cell, { column }: Around) {
  if (!isRef(value)) return String(value);
  const path = column.kind === 'RECORD' ? recordPath(column.list, value.id) : null;
  return path ? <Link to={path}>{value.name}</Link> : value.name;
}

const text = (value: Cell) => String(value);
const safe = (address: string) => (/^https?:\/\//i.test(address) ? address : undefined);

/** How each kind of value is shown. Every kind has its entry, so a new one cannot be forgotten. */
const kinds: Record<ColumnKind, (value: NonNullable<Cell>, around: Around) => ReactNode> = {
  TEXT: text,
  LONG_TEXT: text,
  NUMBER: (value, { format }) => format.exactNumber(Number(value)),
  PERCENT: (value, { format }) => format.percent(Number(value)),
  MONEY: (value, { format, homeCurrency }) =>
    isMoney(value) ? (
      <span title={`${format.shortMoney(value)} ${value.currency}`}>
        {format.exactMoney(value, value.currency !== homeCurrency)}
      </span>
    ) : (
      text(value)
    ),
  DATE: (value, { format }) => (
    <time dateTime={text(value)} title={text(value)}>
      {format.day(text(value))}
    </time>
  ),
  INSTANT: (value, { format }) => (
    <time dateTime={text(value)} title={format.exactInstant(text(value))}>
      {format.instant(text(value))}
    </time>
  ),
  CHOICE: (value, { column }) => <Choice value={text(value)} column={column} />,
  TAGS: (value, { column }) =>
    (Array.isArray(value) ? value : [text(value)]).map(tag => (
      <Tag key={tag}>{column.options?.find(one => one.value === tag)?.label ?? tag}</Tag>
    )),
  PERSON: reference,
  UNIT: reference,
  RECORD: reference,
  FLAG: (value, { yes, no }) =>
    value ? (
      <span role="img" aria-label={yes} style={{ color: 'var(--jade)' }}>
        <CheckOutlined />
      </span>
    ) : (
      <span>{no}</span>
    ),
  PHONE: value => <a href={`tel:${text(value)}`}>{text(value)}</a>,
  EMAIL: value => <a href={`mailto:${text(value)}`}>{text(value)}</a>,
  LINK: value => (
    <a href={safe(text(value))} target="_blank" rel="noopener noreferrer">
      {text(value).replace(/^https?:\/\/(www\.)?/i, '')}
    </a>
  ),
};

export const isNumeric = (kind: ColumnKind) => kind === 'NUMBER' || kind === 'MONEY' || kind === 'PERCENT';
export const isEmptyCell = (value: Cell | undefined): value is null | undefined | '' =>
  value == null || value === '' || (Array.isArray(value) && value.length === 0);

/** One value, shown as its kind asks: in a table, on a card, in a list of fields. */
export function CellView({ column, value }: { column: Shown; value: Cell | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const homeCurrency = useSession().data?.company?.currency;
  if (isEmptyCell(value)) return <span className={styles.nothing}>{t('common.dash')}</span>;
  return kinds[column.kind](value, {
    format,
    column,
    homeCurrency,
    yes: t('common.yes'),
    no: t('common.no'),
  });
}

const linked: ReadonlySet<ColumnKind> = new Set(['RECORD', 'PHONE', 'EMAIL', 'LINK']);

/** A value that stands inside a link, and so may not be one itself. */
export function CellTitle({ column, value }: { column: Shown; value: Cell | undefined }) {
  const { t } = useTranslation();
  if (isEmptyCell(value)) return t('lists.unnamed');
  return linked.has(column.kind) ? plain(value) : <CellView column={column} value={value} />;
}

/** The plain words of a value, for labels and names. */
export function plain(value: Cell | undefined): string {
  if (isEmptyCell(value)) return '';
  if (isRef(value)) return value.name ?? '';
  if (isMoney(value)) return String(value.amount);
  return Array.isArray(value) ? value.join(', ') : String(value);
}
