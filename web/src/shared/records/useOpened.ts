import { useEffect } from 'react';
import { http } from '@/shared/api';

let last = '';

/** Says that a record was opened, so that it is at hand wherever its person searches next. A failure harms nobody. */
export function useOpened(list: string | undefined, id: string | undefined) {
  useEffect(() => {
    if (!list || !id || last === `${list}/${id}`) return;
    last = `${list}/${id}`;
    http.put(`/api/search/opened/${list}/${id}`).catch(() => {
      last = '';
    });
  }, [list, id]);
}
