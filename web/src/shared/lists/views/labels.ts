import type { Listing, ListViews, SavedView } from '@/shared/api/types';

/** What views are called, by key and id. */
export const labelsOf = (listing: Listing, { views }: ListViews) =>
  new Map([
    ...listing.views.map(({ key, label }) => [key, label] as const),
    ...views.map(({ id, name }) => [id, name] as const),
  ]);

export const isShared = ({ sharing }: SavedView) =>
  sharing.everybody || sharing.units.length > 0 || sharing.roles.length > 0;

/** All views in the person's order; what came to be since it was asked for stands behind. */
export function tabsOf(listing: Listing, { tabs, views }: ListViews) {
  const known = [...listing.views.map(({ key }) => key), ...views.map(({ id }) => id)];
  return [
    ...tabs.filter(({ key }) => known.includes(key)),
    ...known.filter(key => !tabs.some(tab => tab.key === key)).map(key => ({ key, hidden: false })),
  ];
}
