import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

/** With the arrow keys a lifted line goes up and down. */
export const toNextLine: KeyboardCoordinateGetter = (event, { context }) => {
  const { collisionRect, droppableRects } = context;
  if (!collisionRect || (event.code !== 'ArrowDown' && event.code !== 'ArrowUp')) return undefined;
  event.preventDefault();
  const middle = collisionRect.top + collisionRect.height / 2;
  const lines = [...droppableRects.values()].sort((one, other) => one.top - other.top);
  const next =
    event.code === 'ArrowDown'
      ? lines.find(({ top }) => top > middle)
      : lines.findLast(({ bottom }) => bottom < middle);
  return next && { x: collisionRect.left, y: next.top };
};

/** Takes one out of its place and puts it where another is. */
export function moved<T>(all: T[], from: number, to: number): T[] {
  const next = [...all];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}
