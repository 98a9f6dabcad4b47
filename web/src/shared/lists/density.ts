import { useState } from 'react';

const densityKey = 'zhanggui.compact';
const storedCompact = () => {
  try {
    return localStorage.getItem(densityKey) === '1';
  } catch {
    return false;
  }
};

/** Whether rows are low, remembered on this device. */
export function useCompact() {
  const [compact, setCompact] = useState(storedCompact);
  const choose = (next: boolean) => {
    setCompact(next);
    try {
      localStorage.setItem(densityKey, next ? '1' : '0');
    } catch {
      // The setting then lasts as long as the page.
    }
  };
  return [compact, choose] as const;
}
