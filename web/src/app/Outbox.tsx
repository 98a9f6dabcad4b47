import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/api';
import { useFollowUpsChanged } from '@/shared/followups/data';
import { rememberPerson, useOnline, useWaiting } from '@/shared/outbox';
import { sendWaiting } from '@/shared/outbox/sending';
import { keepShell } from './upgrade';

const retryEvery = 20_000;
let looking = false;

/** Sends what was written without a network as soon as there is one, and offers a newer version of the client. */
export default function Outbox({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { message, notification } = App.useApp();
  const changed = useFollowUpsChanged();
  const online = useOnline();
  const due = useWaiting()?.filter(({ refusal }) => refusal === null).length ?? 0;

  useEffect(() => rememberPerson(me), [me]);

  useEffect(() => {
    if (due === 0 || !online) return;
    const go = async () => {
      const sent = await sendWaiting(me.id).catch(() => 0);
      if (sent === 0) return;
      void message.success(t('outbox.sent', { number: sent }));
      void changed();
    };
    // One just written is under way from its form, and mostly gone before this begins.
    const first = setTimeout(() => void go(), 1_000);
    const timer = setInterval(() => void go(), retryEvery);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [due, online, me.id, changed, message, t]);

  useEffect(() => {
    if (looking) return;
    looking = true;
    void keepShell(takeOver =>
      notification.info({
        key: 'newer',
        title: t('shell.newer.title'),
        description: t('shell.newer.text'),
        duration: 0,
        actions: (
          <Button type="primary" onClick={takeOver}>
            {t('shell.newer.reload')}
          </Button>
        ),
      }),
    );
  }, [notification, t]);

  return null;
}
