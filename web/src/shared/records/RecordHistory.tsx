import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { Timeline, type Happening } from './Timeline';
import { useSpoken } from './spoken';
import styles from './records.module.css';

type Entry = Document<'History'>;

/** Under which the history of a record is cached: invalidate it after changing the record. */
export const historyKey = (list: string, id: string) => ['history', list, id] as const;
const step = 20;

/** Every change of a record, newest first: who, when, and each value before and after. */
export function RecordHistory({ list, id }: { list: string; id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const spoken = useSpoken();
  const [shown, setShown] = useState(step);
  const history = useQuery({
    queryKey: [...historyKey(list, id), language],
    queryFn: ({ signal }) => http.get<Entry[]>(`/api/history/${list}/${id}`, { signal }),
  });
  const happening = ({ id: entry, at, actorName, actionLabel, changes }: Entry): Happening => ({
    id: entry,
    at,
    by: actorName,
    title: actionLabel,
    body: changes.length > 0 && (
      <ul className={styles.changes}>
        {changes.map(({ field, label, before, after }) => (
          <li key={field} className="numbers">
            <span>{label}</span> {spoken(before) && <del>{spoken(before)}</del>}
            {spoken(before) && t('records.became')}
            {spoken(after) ? <ins>{spoken(after)}</ins> : t('common.none')}
          </li>
        ))}
      </ul>
    ),
  });
  const more = (history.data?.length ?? 0) - shown;
  return (
    <Timeline
      items={history.data?.slice(0, shown).map(happening)}
      error={history.error}
      onRetry={() => void history.refetch()}
      onEarlier={more > 0 ? () => setShown(shown + step) : undefined}
      empty={t('records.noHistory')}
    />
  );
}
