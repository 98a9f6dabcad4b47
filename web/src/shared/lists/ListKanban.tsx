import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Filter, type Row } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { useAnnouncements } from './announcements';
import { cancelled } from './board';
import { plain } from './cells';
import { toNextColumn } from './columnKeys';
import { cardsOf, listKey, useCards, useGroups } from './data';
import { combine, inGroup } from './filters';
import { CardBody, idOf, KanbanCard, type CardPlace, type CardProps } from './KanbanCard';
import { SumLine } from './ListFooter';
import styles from './kanban.module.css';

type Props = CardProps & { filter: Filter | null; q: string; sort: string };
type Moving = { row: Row; from: string | null; to: string | null };

/** The list as columns of cards. */
export default function ListKanban(props: Props) {
  const { list, by, filter, q, onMove } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const groups = useGroups(list, by, { filter, q });
  const [held, setHeld] = useState<{ row: Row; from: string | null } | null>(null);
  const [moving, setMoving] = useState<Moving[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A short touch scrolls the board, a longer one lifts the card.
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  );
  const labelOf = (value: string | null) =>
    groups.data?.find(group => group.value === value)?.label || t('lists.kanban.noValue');

  const move = async (row: Row, from: string | null, to: string | null) => {
    if (!onMove || from === to) return;
    setError(null);
    setMoving(now => [...now, { row, from, to }]);
    try {
      await onMove(row.id, from, to, row);
      setSaid(t('lists.kanban.moved', { name: plain(row.cells[props.card.title]), column: labelOf(to) }));
    } catch (reason) {
      if (reason !== cancelled) setError(reason);
    }
    await client.invalidateQueries({ queryKey: listKey(list) });
    setMoving(now => now.filter(one => one.row.id !== row.id));
  };

  const drop = ({ over }: DragEndEvent) => {
    const target = groups.data?.find(group => idOf(group.value) === over?.id);
    if (held && target) void move(held.row, held.from, target.value);
    setHeld(null);
  };

  const columnOf = (id: UniqueIdentifier | undefined) => {
    const group = groups.data?.find(one => idOf(one.value) === id);
    return group && labelOf(group.value);
  };
  const announcements = useAnnouncements(columnOf, props.card.title);

  if (groups.error) {
    return <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} style={{ margin: 16 }} />;
  }
  if (!groups.data) return <Bars />;
  const columns = props.keeps ? groups.data.filter(props.keeps) : groups.data;
  if (columns.length === 0) return <Blank title={t('lists.kanban.empty')} />;
  return (
    <DndContext
      sensors={sensors}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('lists.kanban.instructions') },
      }}
      onDragStart={({ active }) => setHeld(active.data.current as { row: Row; from: string | null })}
      onDragEnd={drop}
      onDragCancel={() => setHeld(null)}
    >
      {error !== null && (
        <ProblemAlert
          error={isProblem(error) ? error : new Error(String(error))}
          style={{ margin: '8px 16px 0' }}
        />
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div
        className={styles.board}
        data-held={held !== null}
        role="list"
        aria-label={t('lists.kanban.label')}
      >
        {columns.map(group => (
          <BoardColumn
            key={group.value ?? ''}
            {...props}
            group={group}
            groups={columns}
            moving={moving}
            onMoveTo={onMove && ((row, to) => void move(row, group.value, to))}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {held && (
          <div className={`${styles.card} ${styles.lifted}`}>
            <CardBody {...props} row={held.row} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

type ColumnProps = Props & CardPlace & { moving: Moving[] };

function BoardColumn(props: ColumnProps) {
  const { list, by, columns, filter, q, sort, group, moving } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { title, amount = title, fields = [] } = props.card;
  const cards = useCards(list, {
    filter: combine(filter, inGroup(by, group.value)),
    q,
    sort,
    columns: [...new Set([title, amount, ...fields, ...(props.needs ?? [])])],
  });
  const { setNodeRef, isOver } = useDroppable({ id: idOf(group.value) });
  const leaving = moving.filter(one => one.from === group.value).map(one => one.row.id);
  const arriving = moving.filter(one => one.to === group.value);
  const rows = cardsOf(cards.data?.pages).filter(row => !leaving.includes(row.id));
  const label = group.label || t('lists.kanban.noValue');
  const left = group.count - leaving.length - rows.length;
  return (
    <div className={styles.column} role="listitem" aria-label={label} data-over={isOver}>
      <div className={styles.columnHead}>
        <h2>
          {label} <span className="numbers">{format.exactNumber(group.count)}</span>
        </h2>
        <div className={`${styles.sums} numbers`}>
          <SumLine columns={columns} sums={group.sums} />
          {props.note?.(group)}
        </div>
      </div>
      <div ref={setNodeRef} className={styles.columnBody}>
        {arriving
          .filter(one => !rows.some(row => row.id === one.row.id))
          .map(one => (
            <div key={one.row.id} className={styles.card} aria-busy="true">
              <CardBody {...props} row={one.row} />
            </div>
          ))}
        {cards.isPending ? (
          <Bars rows={3} height={56} />
        ) : cards.error ? (
          <ProblemAlert error={cards.error} onRetry={() => void cards.refetch()} />
        ) : (
          rows.map(row => <KanbanCard key={row.id} {...props} row={row} />)
        )}
        {cards.isSuccess && rows.length === 0 && arriving.length === 0 && (
          <p className={styles.none}>{t('lists.kanban.empty')}</p>
        )}
        {cards.hasNextPage && left > 0 && (
          <Button
            type="text"
            size="small"
            loading={cards.isFetchingNextPage}
            onClick={() => void cards.fetchNextPage()}
          >
            {t('lists.kanban.more', { number: Math.min(left, 20) })}
          </Button>
        )}
      </div>
    </div>
  );
}
