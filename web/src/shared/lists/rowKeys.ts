import type { RefObject } from 'react';
import { isTyping, useKeys } from '@/shared/ui';

const steps: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/** Goes from row to row by J and K, and by the arrows once a row has the focus; Enter opens it, as any link. */
export function useRowKeys(rows: RefObject<HTMLElement | null>) {
  useKeys(event => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const links = [...(rows.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const at = links.findIndex(link => link.closest('tr,li')?.contains(document.activeElement));
    // Elsewhere the arrows scroll.
    if (at < 0 && event.key.startsWith('Arrow')) return;
    const next =
      at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
    if (!links[next]) return;
    event.preventDefault();
    links[next].focus();
  });
}
