import { useSyncExternalStore } from 'react';
import { coloursOf } from './tokens';

export const themes = ['LIGHT', 'DARK', 'SYSTEM'] as const;
export type Theme = (typeof themes)[number];

// The script /theme.js reads the same before the page is first painted.
const remembered = 'zhanggui.theme';
const inTheDark = '(prefers-color-scheme: dark)';

const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme);

function rememberedTheme(): Theme {
  try {
    const value = localStorage.getItem(remembered);
    return isTheme(value) ? value : 'SYSTEM';
  } catch {
    // Storage may be forbidden; the device decides.
    return 'SYSTEM';
  }
}

let chosen = rememberedTheme();
const listeners = new Set<() => void>();

const isDark = () => chosen === 'DARK' || (chosen === 'SYSTEM' && window.matchMedia(inTheDark).matches);

/** Tells the page's own styles, and the browser for what it draws around the page. */
function apply() {
  const face = isDark();
  document.documentElement.dataset['theme'] = face ? 'dark' : 'light';
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', coloursOf(face).paper);
  listeners.forEach(heed => heed());
}

/** Follows the device and this person's other tabs from now on. */
export function heedTheme() {
  window.matchMedia(inTheDark).addEventListener('change', apply);
  window.addEventListener('storage', ({ key }) => {
    if (key !== remembered) return;
    chosen = rememberedTheme();
    apply();
  });
  apply();
}

/** Changes the face at once and remembers it on this device, for the next first paint. */
export function switchTheme(theme: Theme) {
  if (theme === chosen) return;
  chosen = theme;
  try {
    localStorage.setItem(remembered, theme);
  } catch {
    // Only the memory of the choice is lost.
  }
  apply();
}

const subscribe = (heed: () => void) => {
  listeners.add(heed);
  return () => void listeners.delete(heed);
};

export const useTheme = () => useSyncExternalStore(subscribe, () => chosen);
export const useDark = () => useSyncExternalStore(subscribe, isDark);
export const useColours = () => coloursOf(useDark());
