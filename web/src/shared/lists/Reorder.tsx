import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HolderOutlined } from '@/shared/ui/icons';
import { moved, toNextLine } from './lineKeys';
import styles from './lists.module.css';

type Line = { key: string; label: string; content: ReactNode };
type Props = { lines: Line[]; onOrder: (keys: string[]) => void };

/** Lines one puts in order: by dragging the handle, or with Space and the arrow keys. */
export default function Reorder({ lines, onOrder }: Props) {
  const { t } = useTranslation();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 3 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextLine }),
  );
  const at = (id: UniqueIdentifier | undefined) => lines.findIndex(({ key }) => key === id);
  const name = (id: UniqueIdentifier) => lines[at(id)]?.label ?? '';
  const place = (id: UniqueIdentifier | undefined) => ({ place: at(id) + 1, of: lines.length });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('lists.order.lifted', { name: name(active.id), ...place(active.id) }),
    onDragOver: ({ over }) => (over ? t('lists.order.over', place(over.id)) : undefined),
    onDragEnd: ({ active, over }) =>
      t('lists.order.dropped', { name: name(active.id), ...place((over ?? active).id) }),
    onDragCancel: ({ active }) => t('lists.order.back', { name: name(active.id) }),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('lists.order.instructions') },
      }}
      onDragEnd={({ active, over }) => {
        if (!over || over.id === active.id) return;
        onOrder(
          moved(
            lines.map(({ key }) => key),
            at(active.id),
            at(over.id),
          ),
        );
      }}
    >
      <ul className={styles.order}>
        {lines.map((line, index) => (
          <OrderedLine key={line.key} line={line} index={index} />
        ))}
      </ul>
    </DndContext>
  );
}

function OrderedLine({ line: { key, label, content }, index }: { line: Line; index: number }) {
  const { t } = useTranslation();
  const {
    attributes,
    listeners,
    transform,
    isDragging,
    setNodeRef: setDragged,
    setActivatorNodeRef,
  } = useDraggable({
    id: key,
    data: { index },
    attributes: { roleDescription: t('lists.order.line') },
  });
  const { active, isOver, setNodeRef: setTarget } = useDroppable({ id: key, data: { index } });
  const above = (active?.data.current?.['index'] ?? index) > index;
  const ref = useCallback(
    (node: HTMLElement | null) => {
      setDragged(node);
      setTarget(node);
    },
    [setDragged, setTarget],
  );
  return (
    <li
      ref={ref}
      className={styles.chooserLine}
      data-dragging={isDragging}
      data-over={isOver && !isDragging ? (above ? 'above' : 'below') : undefined}
      style={transform ? { transform: `translateY(${Math.round(transform.y)}px)` } : undefined}
    >
      {content}
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles.handle}
        {...attributes}
        {...listeners}
        aria-label={t('lists.order.move', { name: label })}
      >
        <HolderOutlined />
      </button>
    </li>
  );
}
