import './texts';
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import type { BoxProps } from '../OrgChart';
import type { Node } from '../tree';
import type { Seat, Unit } from '../types';
import type { ItemProps } from '../UnitTree';
import styles from './drafts.module.css';

type Carried = { what: 'unit' | 'seat'; id: string; name: string; from: string | null };

/** Within it units and seats are dragged onto units, with the mouse; whoever has none uses their menus. */
export function Dragging({
  onDrop,
  children,
}: {
  onDrop: (carried: Carried, unit: string) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [held, setHeld] = useState<Carried | null>(null);
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }));
  const carried = (active: { data: { current?: unknown } }) => active.data.current as Carried;
  const name = (active: { data: { current?: unknown } }) => ({ name: carried(active).name });
  const unitName = (over: { data: { current?: unknown } }) =>
    (over.data.current as { name: string } | undefined)?.name ?? '';
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      // The page moves only close to its edges: trees are long, and where to drop is not to run away.
      autoScroll={{ threshold: { x: 0.1, y: 0.1 } }}
      accessibility={{
        announcements: {
          onDragStart: ({ active }) => t('drafts.lifted', name(active)),
          onDragOver: ({ over }) => (over ? t('drafts.over', { name: unitName(over) }) : undefined),
          onDragEnd: ({ active, over }) =>
            over
              ? t('drafts.dropped', { ...name(active), unit: unitName(over) })
              : t('drafts.back', name(active)),
          onDragCancel: ({ active }) => t('drafts.back', name(active)),
        },
        screenReaderInstructions: { draggable: t('drafts.dragHint') },
      }}
      onDragStart={({ active }) => setHeld(carried(active))}
      onDragCancel={() => setHeld(null)}
      onDragEnd={({ active, over }) => {
        setHeld(null);
        const what = carried(active);
        const unit = over && String(over.id).slice('onto:'.length);
        if (unit && unit !== what.id && unit !== what.from) onDrop(what, unit);
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>{held && <div className={styles.held}>{held.name}</div>}</DragOverlay>
    </DndContext>
  );
}

function useSpot(unit: Unit) {
  const name = useFormat().localName(unit);
  const drag = useDraggable({
    id: `unit:${unit.id}`,
    data: { what: 'unit', id: unit.id, name, from: unit.parentId } satisfies Carried,
  });
  const drop = useDroppable({ id: `onto:${unit.id}`, data: { name } });
  const { setNodeRef: setDragged } = drag;
  const { setNodeRef: setTarget } = drop;
  const ref = useCallback(
    (element: HTMLElement | null) => {
      setDragged(element);
      setTarget(element);
    },
    [setDragged, setTarget],
  );
  return { ref, listeners: drag.listeners, dragging: drag.isDragging, over: drop.isOver && !drag.isDragging };
}

/** A unit in the tree that can be dragged, and dropped on. */
export function DragItem({ node, ...props }: ItemProps) {
  const { ref, listeners, dragging, over } = useSpot(node.unit);
  return <li {...props} {...listeners} ref={ref} data-dragging={dragging} data-over={over} />;
}

/** The same in the chart. */
export function DragBox({ node, className = '', ...props }: BoxProps) {
  const { ref, listeners, dragging, over } = useSpot(node.unit);
  return (
    <div
      {...props}
      {...listeners}
      ref={ref}
      className={`${className} ${styles.movable}`}
      data-dragging={dragging}
      data-over={over}
    />
  );
}

/** A seat that can be dragged onto a unit. */
export function DragSeat({ seat, node, children }: { seat: Seat; node: Node; children: ReactNode }) {
  const name = seat.occupant ? `${seat.title} · ${seat.occupant.name}` : seat.title;
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `seat:${seat.id}`,
    data: { what: 'seat', id: seat.id, name, from: node.unit.id } satisfies Carried,
  });
  return (
    <li ref={setNodeRef} {...listeners} className={styles.seat} data-dragging={isDragging}>
      {children}
    </li>
  );
}
