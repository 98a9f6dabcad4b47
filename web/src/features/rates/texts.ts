import { rates as en } from '@/shared/i18n/en/rates';
import { late } from '@/shared/i18n/late';
import { rates as zh } from '@/shared/i18n/zh/rates';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    rates: typeof zh;
  }
}
late({ rates: zh }, { rates: en });
