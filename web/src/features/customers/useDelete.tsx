import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Filter, type Rows } from '@/shared/api';
import { encodeFilter } from '@/shared/lists';
import { useProblemText } from '@/shared/ui';
import { useCustomersChanged } from './data';
import type { Customer } from './types';

/** Asks, saying what goes along, and deletes the customer. */
export function useDeleteCustomer(onDeleted: () => void) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const can = useCan();
  const problemText = useProblemText();
  const changed = useCustomersChanged();
  return async ({ id, name, contacts }: Customer) => {
    const filter: Filter = { column: 'customer', operator: 'IS', values: [id] };
    const count = async (list: string) =>
      can('activities:read')
        ? (
            await http.get<Rows>(`/api/lists/${list}/rows`, {
              query: { filter: encodeFilter(filter), size: 1, columns: 'customer' },
            })
          ).total
        : 0;
    const [followUps, tasks] = await Promise.all([count('activities'), count('tasks')]).catch(() => [0, 0]);
    modal.confirm({
      title: t('customers.delete.title', { name }),
      content: t('customers.delete.text', { contacts: contacts.length, followUps, tasks }),
      okText: t('customers.delete.ok'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await http.delete(`/api/customers/${id}`);
          void message.success(t('customers.delete.done', { name }));
          onDeleted();
          await changed();
        } catch (error) {
          void modal.error({ title: problemText(error) });
        }
      },
    });
  };
}
