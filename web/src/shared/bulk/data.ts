import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, sessionKey, type Cell, type Column, type Document, type Money, type Ref } from '@/shared/api';
import type { Selection } from '@/shared/lists/BulkBar';

/** A value as commands have it: of references the id, of money the amount. */
export type Raw = string | number | boolean | string[] | null;

const isRef = (value: Cell | undefined): value is Ref =>
  typeof value === 'object' && value !== null && 'id' in value;
const isMoney = (value: Cell | undefined): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;

export const rawOf = (value: Cell | undefined): Raw =>
  isRef(value) ? value.id : isMoney(value) ? value.amount : (value ?? null);

/** Starts something that is done to many records, as a job. */
export const startBulk = (list: string, action: string, selection: Selection, input?: Record<string, Raw>) =>
  http.post<Document<'BulkStarted'>>(`/api/lists/${list}/bulk`, {
    action,
    selection: {
      ids: selection.all ? [] : selection.ids,
      all: selection.all,
      filter: selection.filter,
      q: selection.q || null,
    },
    input: input ?? null,
  });

/** Changes fields of one record that are still what the person saw. */
export const changeFields = (
  list: string,
  id: string,
  values: Record<string, Raw>,
  was: Record<string, Raw>,
) => http.patch(`/api/records/${list}/${id}`, { values, was });

/** Whatever is shown of records is asked for again; who one is stays. */
export function useRecordsChanged() {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] }),
    [client],
  );
}

/** Kinds of fields that can be asked for on their own. */
export const isAsked = ({ editable, kind }: Column) => editable && kind !== 'INSTANT';
