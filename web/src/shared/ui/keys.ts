import { useEffect, useRef } from 'react';

const layers = '[role=dialog],[role=menu],[role=listbox],[role=tooltip]';

/** Whether keys pressed there are not for the page: text being typed, or a dialog or menu above the page. */
export function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest(layers)) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Listens to keys on the whole page while mounted. */
export function useKeys(handle: (event: KeyboardEvent) => void) {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
