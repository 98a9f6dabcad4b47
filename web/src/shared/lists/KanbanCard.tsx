import { useDraggable } from '@dnd-kit/core';
import { Button, Dropdown } from 'antd';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Cell, Column, Group, Row } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { MoreOutlined } from '@/shared/ui/icons';
import { isOwn, type BoardProps } from './board';
import { CellView, isEmptyCell, plain } from './cells';
import styles from './kanban.module.css';

/** What every card of a board needs to know. */
export type CardProps = Omit<BoardProps, 'filter' | 'tools'> & {
  list: string;
  columns: Column[];
  hrefOf: (row: Row) => string | null;
};
/** The column a card stands in, and where it may go. */
export type CardPlace = {
  group: Group;
  groups: Group[];
  onMoveTo: ((row: Row, to: string | null) => void) | undefined;
};

export const idOf = (value: string | null) => `group:${value ?? ''}`;

/** A record on a board. */
export function KanbanCard({ row, ...props }: CardProps & CardPlace & { row: Row }) {
  const { group, groups, onMoveTo, card } = props;
  const { t } = useTranslation();
  const { attributes, setNodeRef, setActivatorNodeRef, listeners, isDragging } = useDraggable({
    id: row.id,
    data: { row, from: group.value },
    disabled: !onMoveTo,
  });
  // Keys lift the card only while it is itself in focus, not its link or its menu.
  const ref = useCallback(
    (node: HTMLElement | null) => {
      setNodeRef(node);
      setActivatorNodeRef(node);
    },
    [setNodeRef, setActivatorNodeRef],
  );
  return (
    <article
      ref={ref}
      {...listeners}
      {...(onMoveTo && { tabIndex: 0, 'aria-describedby': attributes['aria-describedby'] })}
      aria-label={plain(row.cells[card.title])}
      className={styles.card}
      data-movable={Boolean(onMoveTo)}
      data-dragging={isDragging}
    >
      <CardBody {...props} row={row} />
      {onMoveTo && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: groups
              .filter(({ value }) => value !== group.value)
              .map(({ value, label }) => ({
                key: idOf(value),
                label: label || t('lists.kanban.noValue'),
                onClick: () => onMoveTo(row, value),
              })),
          }}
        >
          <Button
            className={styles.cardMenu ?? ''}
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={t('lists.kanban.cardMenu', { name: plain(row.cells[card.title]) })}
          />
        </Dropdown>
      )}
    </article>
  );
}

export function CardBody({ row, columns, card, extra, hrefOf }: CardProps & { row: Row }) {
  const format = useFormat();
  const columnOf = (key: string) => columns.find(column => column.key === key);
  const show = (key: string) => {
    const column = columnOf(key);
    return column && <CellView column={column} value={row.cells[key]} />;
  };
  const amount = (value: Cell | undefined) =>
    typeof value === 'object' && value !== null && 'amount' in value ? (
      <span title={format.exactMoney(value)}>{format.shortMoney(value)}</span>
    ) : null;
  const href = hrefOf(row);
  const name = plain(row.cells[card.title]);
  return (
    <>
      <p className={styles.cardTitle}>
        {href ? (
          <Link to={href} draggable={false}>
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      {card.amount && !isEmptyCell(row.cells[card.amount]) && (
        <p className={`${styles.amount} numbers`}>{amount(row.cells[card.amount]) ?? show(card.amount)}</p>
      )}
      <p className={styles.fields}>
        {(card.fields ?? [])
          .filter(key => !isEmptyCell(row.cells[key]))
          .map(key => (
            <span key={key} title={columnOf(key)?.label}>
              {isOwn(key) && `${columnOf(key)?.label ?? ''} `}
              {show(key)}
            </span>
          ))}
      </p>
      {extra?.(row)}
    </>
  );
}
