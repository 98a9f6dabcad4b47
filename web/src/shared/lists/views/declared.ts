import { useMe, type Listing, type View } from '@/shared/api';
import { readPermission } from '../paths';
import { everything } from '../query';

/**
 * The view a list stands at. One's own records come first to those who see no others; who sees more, and may have
 * none, starts with all of them.
 */
export function useDeclaredView(listing: Listing, wanted: string | null): View | null {
  const me = useMe();
  const viewOf = (key: string) => listing.views.find(view => view.key === key) ?? null;
  if (wanted === everything) return viewOf(everything);
  const first = listing.views[0] ?? null;
  const wide = (me?.permissions[readPermission(listing.name)] ?? 'OWN') !== 'OWN';
  return (wanted && viewOf(wanted)) || (wide && first?.key === 'mine' && viewOf(everything)) || first;
}
