import { App } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { useTranslation } from 'react-i18next';

/** Asks before what was typed is lost. The safe answer is the default one. */
export function useDiscardQuestion() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  return useCallback(
    () =>
      new Promise<boolean>(resolve => {
        modal.confirm({
          title: t('forms.discard.title'),
          content: t('forms.discard.text'),
          okText: t('forms.discard.leave'),
          okButtonProps: { danger: true },
          cancelText: t('forms.discard.stay'),
          focusable: { autoFocusButton: 'cancel' },
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        });
      }),
    [modal, t],
  );
}

/**
 * Holds the person on the page while `dirty`: links and the back button ask first, closing the tab asks in the
 * browser's own words. Changes of the address that stay on the page and keep its drawer pass.
 */
export function useUnsavedGuard(dirty: boolean) {
  const ask = useDiscardQuestion();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    if (!dirty) return false;
    if (currentLocation.pathname !== nextLocation.pathname) return true;
    const now = new URLSearchParams(currentLocation.search);
    const next = new URLSearchParams(nextLocation.search);
    return ['open', 'create', 'edit'].some(key => now.has(key) && now.get(key) !== next.get(key));
  });
  const asking = useRef(false);

  useEffect(() => {
    if (blocker.state !== 'blocked' || asking.current) return;
    asking.current = true;
    void ask().then(leave => {
      asking.current = false;
      if (leave) blocker.proceed();
      else blocker.reset();
    });
  }, [blocker, ask]);

  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [dirty]);
}
