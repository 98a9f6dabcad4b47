import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback } from 'react';
import { http, type ListViews, type SavedView, type ShownColumn } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { useProblemText } from '@/shared/ui';

const viewsKey = (list: string) => ['views', list] as const;

/** The saved views of a list, and how this person likes it. */
export function useListViews(list: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...viewsKey(list), language],
    queryFn: ({ signal }) => http.get<ListViews>(`/api/lists/${list}/views`, { signal }),
    staleTime: 60_000,
  });
}

/** What is known of the views at this moment, which may not have been drawn yet. */
export function useLatestViews(list: string) {
  const client = useQueryClient();
  const language = useLanguage();
  return useCallback(
    () => client.getQueryData<ListViews>([...viewsKey(list), language]),
    [client, list, language],
  );
}

export function useViewsChanged(list: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: viewsKey(list) }),
      client.invalidateQueries({ queryKey: ['history', 'views'] }),
    ]);
  };
}

export type ViewBody = Pick<SavedView, 'name' | 'sort' | 'columns' | 'layout' | 'groupBy' | 'filter'> & {
  sharing: { everybody: boolean; units: string[]; roles: string[] };
};

export const addView = (list: string, body: ViewBody, idempotencyKey: string) =>
  http.post<SavedView>(`/api/lists/${list}/views`, body, { idempotencyKey });
export const changeView = (id: string, body: ViewBody, version: number) =>
  http.put<SavedView>(`/api/views/${id}`, { ...body, version });
export const removeView = (id: string) => http.delete(`/api/views/${id}`);

/** With whom a view is shared, as it is sent. */
export const sharingOf = ({ sharing }: SavedView) => ({
  everybody: sharing.everybody,
  units: sharing.units.map(({ id }) => id),
  roles: sharing.roles.map(({ id }) => id),
});

/** Changes of how a list is liked show at once; where the server refuses, it is asked again. */
export function useOwnList(list: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const queryKey = viewsKey(list);

  const put = async (path: string, body: object, patch: Partial<ListViews>, again = false) => {
    const show = () => client.setQueriesData<ListViews>({ queryKey }, now => now && { ...now, ...patch });
    show();
    try {
      await http.put(`/api/lists/${list}/${path}`, body);
      show();
      if (again) await client.invalidateQueries({ queryKey });
    } catch (error) {
      void message.error(problemText(error));
      await client.invalidateQueries({ queryKey });
    }
  };
  return {
    setTabs: (tabs: ListViews['tabs']) => put('tabs', { tabs }, { tabs }),
    setColumns: (columns: ShownColumn[] | null) => put('columns', { columns }, { columns }),
    setOpening: (view: string | null) => put('opening', { view }, { ownOpening: view }, true),
    setOpeningOf: (role: string, view: string | null) => put(`opening/${role}`, { view }, {}, true),
  };
}
