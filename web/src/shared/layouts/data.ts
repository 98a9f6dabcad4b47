import { useQuery } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';

export type FormLayout = Document<'FormLayout'>;
export type FormSection = Document<'FormSection'>;

/** The types of records whose forms can be laid out. */
export const laidOut = ['customers', 'contacts', 'opportunities', 'products'] as const;
export type LaidOutType = (typeof laidOut)[number];

export const layoutKey = (list: string) => ['form-layout', list] as const;

/** How the viewer's form of these records is laid out; none where it is as it was made. */
export const useLayout = (list: LaidOutType) =>
  useQuery({
    queryKey: layoutKey(list),
    queryFn: async ({ signal }) =>
      (await http.get<FormLayout | undefined>(`/api/layouts/${list}`, { signal })) ?? null,
    staleTime: 300_000,
    retry: false,
  });
