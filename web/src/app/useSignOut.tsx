import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, leave } from '@/shared/api';
import { useWaiting } from '@/shared/outbox';
import { useProblemText } from '@/shared/ui';

/** Ends the session here or everywhere; what was never sent stays on the device, and whoever leaves should know. */
export function useSignOut() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const unsent = useWaiting()?.length ?? 0;
  const signOut = useMutation({
    mutationFn: (path: string) => http.delete(path),
    // The gate leads to sign-in as soon as nobody is here.
    onSuccess: () => leave(client, 'left'),
    onError: error => void modal.error({ title: problemText(error) }),
  });
  const here = () => {
    if (unsent === 0) return signOut.mutate('/api/session');
    void modal.confirm({
      title: t('outbox.leaving.title', { number: unsent }),
      content: t('outbox.leaving.text'),
      okText: t('shell.signOut'),
      cancelText: t('outbox.leaving.stay'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => signOut.mutateAsync('/api/session').catch(() => undefined),
    });
  };
  const everywhere = () =>
    void modal.confirm({
      title: t('shell.signOutEverywhere'),
      content: t('shell.signOutEverywhereConfirm'),
      okText: t('shell.signOutEverywhere'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => signOut.mutateAsync('/api/me/sessions').catch(() => undefined),
    });
  return { here, everywhere };
}
