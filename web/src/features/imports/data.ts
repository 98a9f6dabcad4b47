import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { address, http, upload, type Document } from '@/shared/api';
import { currentLanguage, useLanguage } from '@/shared/i18n';
import { listKey } from '@/shared/lists';
import { specOf } from './spec';
import { SpecKeeper } from './SpecKeeper';
import type { Import, ImportKind, ImportRows, Outcome, Spec } from './types';

const importKey = (id: string, language: string) => ['imports', id, language] as const;
const rowsKey = (id: string) => ['import-rows', id] as const;

export function useKinds() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['import-kinds', language],
    queryFn: ({ signal }) => http.get<ImportKind[]>('/api/imports/kinds', { signal }),
    staleTime: 5 * 60_000,
  });
}

export function useImport(id: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: importKey(id, language),
    queryFn: ({ signal }) => http.get<Import>(`/api/imports/${id}`, { signal }),
    // In another language it stays the same import: what is being decided goes on.
    placeholderData: previous => (previous?.id === id ? previous : undefined),
  });
}

export function useImportRows(imported: Import, outcome: Outcome, page: number, size: number) {
  const language = useLanguage();
  const { id, version } = imported;
  return useQuery({
    queryKey: [...rowsKey(id), language, version, outcome, page, size],
    queryFn: ({ signal }) =>
      http.get<ImportRows>(`/api/imports/${id}/rows`, { query: { outcome, page, size }, signal }),
    placeholderData: keepPreviousData,
    enabled: imported.report !== null,
  });
}

/** A newer state of an import, whatever language is shown by now: no older one may come back from memory. */
function meet(
  client: QueryClient,
  id: string,
  next: (now: Import | undefined) => Import | undefined,
  asked: string,
) {
  const shown = currentLanguage();
  client.removeQueries({ queryKey: ['imports', id], predicate: ({ queryKey }) => queryKey[2] !== shown });
  client.setQueryData<Import>(importKey(id, shown), next);
  // Its words are of the language it was asked for in.
  if (asked !== shown) void client.invalidateQueries({ queryKey: importKey(id, shown) });
}

/** Reads the import again after its job ended, and everything the job may have changed. */
export function useRefresh() {
  const client = useQueryClient();
  return useCallback(
    // Rows become people, products, stages and figures alike: nothing fetched before is sure to hold.
    () => client.invalidateQueries(),
    [client],
  );
}

/** The decisions about a file, saved as they are made. */
export function useSpec(imported: Import) {
  const client = useQueryClient();
  const { id } = imported;
  const [keeper] = useState(() => {
    let asked = currentLanguage();
    return new SpecKeeper(
      (spec: Spec, version) => {
        asked = currentLanguage();
        // Through the client's own mutations, so that an ended session is noticed here too.
        return client
          .getMutationCache()
          .build(client, {
            mutationFn: () => http.put<Import>(`/api/imports/${id}/spec`, { ...spec, version }),
          })
          .execute(undefined);
      },
      next => meet(client, id, () => next, asked),
    );
  });
  useEffect(() => keeper.meet(imported), [keeper, imported]);
  useEffect(() => () => void keeper.flush(), [keeper]);
  const saving = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const spec = useMemo(() => saving.spec ?? specOf(imported), [saving.spec, imported]);
  return { spec, saving, keeper };
}

/** Starts the check or the run; the import is busy from then on. */
export function useStart(imported: Import, what: 'check' | 'run') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body?: Document<'RunImport'>) =>
      http.post<Document<'StartedImport'>>(`/api/imports/${imported.id}/${what}`, body),
    onSuccess: ({ job }) =>
      meet(
        client,
        imported.id,
        now => ({
          ...(now ?? imported),
          job,
          message: null,
          report: null,
          state: what === 'check' ? 'CHECKING' : 'RUNNING',
        }),
        currentLanguage(),
      ),
    onError: () => client.invalidateQueries({ queryKey: ['imports', imported.id] }),
  });
}

export type Sending = { kind: string; file: File; onProgress: (share: number) => void; signal: AbortSignal };

export function useUpload() {
  const client = useQueryClient();
  const language = useLanguage();
  return useMutation({
    mutationFn: ({ kind, file, onProgress, signal }: Sending) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', file);
      return upload<Import>('/api/imports', form, { onProgress, signal });
    },
    onSuccess: imported => {
      client.setQueryData(importKey(imported.id, language), imported);
      void client.invalidateQueries({ queryKey: listKey('imports') });
    },
  });
}

export function useDiscardImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete(`/api/imports/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey('imports') }),
  });
}

export const templateHref = (kind: string, format: 'xlsx' | 'csv') =>
  address(`/api/imports/kinds/${kind}/template`, { format });
export const refusedHref = (id: string, format: 'xlsx' | 'csv') =>
  address(`/api/imports/${id}/refused`, { format });
