import { calendar as en } from '@/shared/i18n/en/calendar';
import { late } from '@/shared/i18n/late';
import { calendar as zh } from '@/shared/i18n/zh/calendar';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    calendar: typeof zh;
  }
}
late({ calendar: zh }, { calendar: en });
