import type { LateTexts } from './late';
import type { zh } from './zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    resources: { translation: typeof zh & LateTexts };
  }
}
