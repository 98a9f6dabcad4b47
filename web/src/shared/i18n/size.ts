import type { Language } from '@/shared/api';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const step = 1024;

/** How much room something takes, in three digits or so: 1.25 GB. */
export function size(bytes: number, language: Language) {
  const at = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(step)));
  const value = bytes / step ** at;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[at]!,
    unitDisplay: 'short',
    maximumFractionDigits: value >= 100 || at === 0 ? 0 : value >= 10 ? 1 : 2,
  }).format(value);
}
