import { useQuery } from '@tanstack/react-query';
import { address, http, upload, type Document } from '@/shared/api';

export type AttachedFile = Document<'AttachedFile'>;
type AttachedFiles = Document<'AttachedFiles'>;
type RecordFiles = Document<'RecordFiles'>;

/** A record of whatever list. */
export type OfRecord = { list: string; id: string };

export const filesKey = (list: string) => ['files', list] as const;

export const useFiles = ({ list, id }: OfRecord) =>
  useQuery({
    queryKey: [...filesKey(list), id],
    queryFn: ({ signal }) => http.get<AttachedFiles>(`/api/files/${list}/${id}`, { signal }),
  });

/** More are not asked for at once. */
const most = 100;

/** The files of several records at once, by record. */
export const useFilesOf = (list: string, ids: string[]) =>
  useQuery({
    queryKey: [...filesKey(list), 'several', ids],
    queryFn: async ({ signal }) => {
      const parts: string[][] = [];
      for (let at = 0; at < ids.length; at += most) parts.push(ids.slice(at, at + most));
      const found = await Promise.all(
        parts.map(part =>
          http.get<RecordFiles[]>(`/api/files/${list}`, { query: { ids: part.join(',') }, signal }),
        ),
      );
      return new Map(found.flat().map(({ record, files }) => [record, files]));
    },
    enabled: ids.length > 0,
    placeholderData: before => before,
  });

export const fileHref = ({ list, id }: OfRecord, file: string) => `/api/files/${list}/${id}/${file}`;
export const pictureHref = (of: OfRecord, file: string, size: 'THUMBNAIL' | 'PREVIEW') =>
  address(`${fileHref(of, file)}/picture`, { size });

type Course = { onProgress?: (share: number) => void; signal?: AbortSignal };

export function sendFile({ list, id }: OfRecord, file: File, course: Course = {}) {
  const form = new FormData();
  form.append('file', file, file.name);
  return upload<AttachedFile>(`/api/files/${list}/${id}`, form, {
    onProgress: course.onProgress ?? (() => {}),
    signal: course.signal ?? new AbortController().signal,
  });
}

export const removeFile = ({ list, id }: OfRecord, file: string) =>
  http.delete(`/api/files/${list}/${id}/${file}`);

/** Files among what is dropped; folders are none. */
export const filesIn = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter(file => file.size > 0 || file.type);

/** Files among what is pasted. Cells of a worksheet bring a picture of themselves along: there the text is meant. */
export const pastedFiles = (data: DataTransfer | null) =>
  data?.types?.includes('text/plain') ? [] : filesIn(data);
