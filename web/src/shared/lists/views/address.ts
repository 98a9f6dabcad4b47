import { useEffect } from 'react';
import type { ListViews } from '@/shared/api';
import type { ChangeQuery, ListQuery } from '../query';
import { useLatestViews } from './data';
import { wantedView, type Standing } from './standing';

type Shown = { list: string; views: ListViews; query: ListQuery; now: Standing; change: ChangeQuery };

/** What the list took from the person's own choices is put into the address, so that it shows others the same. */
export function useWholeAddress({ list, views, query, now, change }: Shown) {
  const latest = useLatestViews(list);
  const view = wantedView(query, views);
  const liked = views.columns?.length ? views.columns : null;
  const columns = query.columns ?? (now.saved || now.missing ? null : liked);
  const { page } = query;
  const whole = view === query.view && columns === query.columns;
  useEffect(() => {
    // A choice that was just taken back is not put there again.
    if (!whole && latest()?.columns === views.columns) change({ view, columns, page }, { replace: true });
  }, [whole, view, columns, page, change, latest, views.columns]);
}
