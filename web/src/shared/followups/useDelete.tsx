import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, isProblem } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { useProblemText } from '@/shared/ui';
import { useFollowUpsChanged } from './data';
import type { FollowUp, Task } from './types';

/** Asks, naming what will go, and deletes a follow-up or a task. */
export function useDelete(onDeleted: () => void) {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const changed = useFollowUpsChanged();
  const ask = (path: string, title: string, content: string, done: string) =>
    void modal.confirm({
      title,
      content,
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await http.delete(path);
        } catch (error) {
          // Somebody else was faster: it is gone, as wanted.
          if (!isProblem(error) || error.status !== 404) {
            void modal.error({ title: problemText(error) });
            return;
          }
        }
        void message.success(done);
        onDeleted();
        void changed();
      },
    });
  return {
    followUp: ({ id, kind, happenedAt, text, owner }: FollowUp) =>
      ask(
        `/api/activities/${id}`,
        t('followups.delete.followUp'),
        t('followups.delete.followUpText', {
          kind: t(`followups.kind.${kind}`),
          at: format.exactInstant(happenedAt),
          owner: owner.name,
          text: text.length > 60 ? `${text.slice(0, 60)}…` : text,
        }),
        t('followups.delete.followUpDone'),
      ),
    task: ({ id, title, dueOn, owner }: Task) =>
      ask(
        `/api/tasks/${id}`,
        t('followups.delete.task', { title }),
        t('followups.delete.taskText', { dueOn, owner: owner.name }),
        t('followups.delete.taskDone', { title }),
      ),
  };
}
