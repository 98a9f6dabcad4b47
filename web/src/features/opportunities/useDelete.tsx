import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Filter, type Rows } from '@/shared/api';
import { encodeFilter } from '@/shared/lists';
import { useProblemText } from '@/shared/ui';
import { useOpportunitiesChanged } from './data';
import type { Opportunity } from './types';

/** Asks, saying what goes along, and deletes the opportunity. */
export function useDeleteOpportunity(onDeleted: () => void) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const can = useCan();
  const problemText = useProblemText();
  const changed = useOpportunitiesChanged();
  return async ({ id, name, version, lines }: Opportunity) => {
    const filter: Filter = { column: 'opportunity', operator: 'IS', values: [id] };
    const count = async (list: string) =>
      can('activities:read')
        ? (
            await http.get<Rows>(`/api/lists/${list}/rows`, {
              query: { filter: encodeFilter(filter), size: 1, columns: 'opportunity' },
            })
          ).total
        : 0;
    const [followUps, tasks] = await Promise.all([count('activities'), count('tasks')]).catch(() => [0, 0]);
    modal.confirm({
      title: t('opportunities.delete.title', { name }),
      content: t('opportunities.delete.text', { lines: lines.length, followUps, tasks }),
      okText: t('opportunities.delete.ok'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await http.delete(`/api/opportunities/${id}`, { query: { version } });
          void message.success(t('opportunities.delete.done', { name }));
          onDeleted();
        } catch (error) {
          void modal.error({ title: problemText(error) });
        }
        await changed();
      },
    });
  };
}
