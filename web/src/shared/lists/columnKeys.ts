import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

/** With the arrow keys a lifted card goes from column to column. */
export const toNextColumn: KeyboardCoordinateGetter = (event, { context }) => {
  const { collisionRect, droppableRects } = context;
  if (!collisionRect || (event.code !== 'ArrowRight' && event.code !== 'ArrowLeft')) return undefined;
  event.preventDefault();
  const middle = collisionRect.left + collisionRect.width / 2;
  const columns = [...droppableRects.values()].sort((one, other) => one.left - other.left);
  const next =
    event.code === 'ArrowRight'
      ? columns.find(({ left }) => left > middle)
      : columns.findLast(({ right }) => right < middle);
  return next && { x: next.left + 8, y: next.top + 8 };
};
