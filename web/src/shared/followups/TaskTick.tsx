import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/ui';
import { useTaskDone } from './data';

type Props = { id: string; title: string; done: boolean };

/** The box one ticks when a task is done; ticking it by mistake can be taken back. */
export function TaskTick({ id, title, done }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problemText = useProblemText();
  // Shown at once; the server's answer takes over when it has come.
  const [asked, setAsked] = useState<{ before: boolean; to: boolean } | null>(null);
  const shown = asked && asked.before === done ? asked.to : done;

  const write = useTaskDone({
    onSuccess: to => {
      if (!to) return;
      void message.open({
        type: 'success',
        key: `done-${id}`,
        duration: 6,
        content: (
          <>
            {t('followups.wasDone', { title })}
            <Button
              type="link"
              size="small"
              onClick={() => {
                message.destroy(`done-${id}`);
                write.mutate({ id, done: false });
              }}
            >
              {t('followups.undo')}
            </Button>
          </>
        ),
      });
    },
    onError: error => {
      setAsked(null);
      void message.error(problemText(error));
    },
  });

  return (
    <Checkbox
      checked={shown}
      disabled={write.isPending}
      aria-label={t(shown ? 'followups.reopen' : 'followups.finish', { title })}
      onChange={({ target }) => {
        setAsked({ before: done, to: target.checked });
        write.mutate({ id, done: target.checked });
      }}
    />
  );
}
