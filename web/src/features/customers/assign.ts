import { http, type Document, type Filter } from '@/shared/api';
import type { Handed } from '@/shared/team';

type Which = { ids: string[]; all?: boolean; filter?: Filter | null; q?: string };

/** Ticked rows by their ids; everything a query finds by the query. */
export async function assignCustomers(
  { ids, all = false, filter = null, q = '' }: Which,
  owner: string,
): Promise<Handed> {
  const selection = all ? { ids: [], all: true, filter, q } : { ids, all: false, filter: null, q: null };
  const { assigned, refused } = await http.post<Document<'AssignedCustomers'>>('/api/customers/assign', {
    selection,
    owner,
  });
  return { changed: assigned, unchanged: 0, refused };
}
