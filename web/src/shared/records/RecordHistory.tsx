import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { Timeline, type Happening } from './Timeline';
import { useSpoken } from './spoken';
import styles from './records.module.css';

/** One entry of a record's history. */
export type Changed = Document<'History'>;

/** A type of what the log tells of, and one record of it; none where there is one of the type, as of the company. */
export type Told = { list: string; id?: string | undefined };

const step = 20;

/** The history of a record, for as long as it is wanted; invalidate `['history', list]` after changing one. */
export function useHistory({ list, id }: Told, enabled = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['history', list, id, language],
    queryFn: ({ signal }) =>
      http.get<Changed[]>(id ? `/api/history/${list}/${id}` : `/api/history/${list}`, { signal }),
    enabled,
  });
}

/** Turns entries of a history into happenings: who, when, and each value before and after. */
export function useHappening() {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return ({ id, at, actorName, actionLabel, changes, erasedAt }: Changed): Happening => ({
    id,
    at,
    by: actorName,
    title: actionLabel,
    body: (changes.length > 0 || erasedAt) && (
      <ul className={styles.changes}>
        {erasedAt && <li>{t('records.erased')}</li>}
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
}

/** Every change of a record, newest first. */
export function RecordHistory({ list, id }: Told) {
  const { t } = useTranslation();
  const happening = useHappening();
  const [shown, setShown] = useState(step);
  const history = useHistory({ list, id });
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
