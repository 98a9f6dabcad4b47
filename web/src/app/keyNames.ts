const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ';

/** A key pressed with the command key, as they are printed on this machine's keys. */
export const withModifier = (key: string) => `${modifier}${key}`;
