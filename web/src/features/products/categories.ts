import type { Category } from './types';

/** A category and all below it. Parents stand before their children. */
export function within(categories: Category[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { id: one, parent } of categories) if (parent && found.has(parent)) found.add(one);
  return found;
}

export const depthOf = (categories: Category[], { parent }: Category): number => {
  const above = categories.find(({ id }) => id === parent);
  return above ? depthOf(categories, above) + 1 : 0;
};

export const childrenOf = (categories: Category[], parent: string | null) =>
  categories.filter(category => category.parent === parent);

/** The place after the last of the siblings. */
export const lastPosition = (categories: Category[], parent: string | null) =>
  Math.max(0, ...childrenOf(categories, parent).map(({ position }) => position)) + 1;
