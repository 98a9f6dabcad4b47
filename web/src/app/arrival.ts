import { useEffect, useRef, type RefObject } from 'react';

/** What a heading says, without the count beside it. */
function titleOf(heading: HTMLElement) {
  const copy = heading.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('[data-aside]').forEach(aside => aside.remove());
  return copy.textContent.trim();
}

const busyElsewhere = (main: HTMLElement) =>
  main.contains(document.activeElement) || document.activeElement?.closest('[role="dialog"]') != null;

/**
 * Arriving at another page: it starts at its top, its heading takes the focus so that it is read out, and the window
 * is named after it. Headings come with the data, so they are waited for.
 */
export function useArrival(
  place: RefObject<HTMLElement | null>,
  pathname: string,
  fallback: string,
  product: string,
) {
  const first = useRef(true);
  useEffect(() => {
    const main = place.current;
    if (!main) return;
    let waiting = !first.current;
    first.current = false;
    main.scrollTo?.({ top: 0 });
    const look = () => {
      const heading = main.querySelector('h1');
      const title = (heading && titleOf(heading)) || fallback;
      document.title = title && title !== product ? `${title} · ${product}` : product;
      if (!waiting || !heading) return;
      waiting = false;
      if (busyElsewhere(main)) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(main, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [place, pathname, fallback, product]);
}
