import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { useProblemText } from '@/shared/ui';
import { filesKey, sendFile, type OfRecord } from './data';

/** A file on its way; with a reason when it did not arrive. */
export type Upload = { key: string; name: string; share: number; problem: string | null };

/** Sends files to a record one after the other; what is refused stays with its reason until it is put away. */
export function useUploads({ list, id }: OfRecord, largest: number | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const text = useProblemText();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const before = useRef(Promise.resolve());

  const change = useCallback(
    (key: string, to: Partial<Upload>) =>
      setUploads(all => all.map(one => (one.key === key ? { ...one, ...to } : one))),
    [],
  );
  const drop = useCallback((key: string) => setUploads(all => all.filter(one => one.key !== key)), []);

  const send = async (key: string, file: File) => {
    const stop = stops.current.get(key);
    if (!stop || stop.signal.aborted) return;
    try {
      await sendFile({ list, id }, file, {
        onProgress: share => change(key, { share }),
        signal: stop.signal,
      });
      drop(key);
      await client.invalidateQueries({ queryKey: filesKey(list) });
      await client.invalidateQueries({ queryKey: ['history', list, id] });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') drop(key);
      else change(key, { problem: text(error) });
    } finally {
      stops.current.delete(key);
    }
  };

  const add = (files: File[]) => {
    const fresh = files.map(file => ({ key: newKey(), file }));
    setUploads(all => [
      ...all,
      ...fresh.map(({ key, file }) => ({
        key,
        name: file.name,
        share: 0,
        problem: largest && file.size > largest ? t('files.tooLarge', { size: format.size(largest) }) : null,
      })),
    ]);
    for (const { key, file } of fresh) {
      if (largest && file.size > largest) continue;
      stops.current.set(key, new AbortController());
      before.current = before.current.then(() => send(key, file));
    }
  };
  const stop = (key: string) => {
    stops.current.get(key)?.abort();
    drop(key);
  };
  return { uploads, add, stop };
}
