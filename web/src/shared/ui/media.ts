import { useSyncExternalStore } from 'react';

export function useMedia(query: string) {
  return useSyncExternalStore(
    changed => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

export const usePhone = () => useMedia('(max-width: 767px)');
export const useReducedMotion = () => useMedia('(prefers-reduced-motion: reduce)');
