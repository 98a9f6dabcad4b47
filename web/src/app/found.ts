import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCan, type Row } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { plain } from '@/shared/lists/cells';
import { fetchRows, listKey } from '@/shared/lists/data';
import { readPermission, recordPath } from '@/shared/lists/paths';

const searched = ['customers', 'contacts', 'opportunities', 'people', 'products'] as const;
export type Searched = (typeof searched)[number];
/** What tells two records of one name apart. */
const beside: Record<Searched, string> = {
  customers: 'city',
  contacts: 'customer',
  opportunities: 'customer',
  people: 'unit',
  products: 'code',
};

export type Found = { id: string; name: string; hint: string; path: string };
const five = 5;

function foundIn(list: Searched, rows: Row[]): Found[] {
  return rows.flatMap(({ id, cells }) => {
    const path = recordPath(list, id);
    return path ? [{ id, name: plain(cells['name']), hint: plain(cells[beside[list]]), path }] : [];
  });
}

/** Text as it stands after a short pause of the typing. */
function usePaused(text: string) {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** The first records of every list one may read that match what was typed. */
export function useFound(typed: string) {
  const can = useCan();
  const language = useLanguage();
  const q = usePaused(typed);
  const lists = searched.filter(list => can(readPermission(list)));
  const answers = useQueries({
    queries: lists.map(list => ({
      queryKey: [...listKey(list), 'found', language, q],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        // How many there are in all is shown nowhere: as if known, they are not counted.
        fetchRows(list, { filter: null, q, size: five, columns: ['name', beside[list]] }, signal, {
          total: five,
        }),
      placeholderData: keepPreviousData,
      enabled: q !== '',
    })),
  });
  return {
    groups: lists
      .map((list, index) => ({ list, found: foundIn(list, (typed && answers[index]?.data?.rows) || []) }))
      .filter(({ found }) => found.length > 0),
    searching: typed !== '' && (q !== typed || answers.some(({ isFetching }) => isFetching)),
    error: typed ? (answers.find(({ error }) => error)?.error ?? null) : null,
  };
}
