import { http, type Document, type Filter } from '@/shared/api';
import type { Handed } from '@/shared/team';

type Which = { ids: string[]; all?: boolean; filter?: Filter | null; q?: string };

/** Ticked rows by their ids; everything a query finds by the query. */
export const assignOpportunities = (
  { ids, all = false, filter = null, q = '' }: Which,
  owner: string,
): Promise<Handed> =>
  http.post<Document<'AssignedOpportunities'>>('/api/opportunities/assign', {
    ...(all ? { ids: [], all: true, filter, q } : { ids, all: false, filter: null, q: null }),
    owner,
  });
