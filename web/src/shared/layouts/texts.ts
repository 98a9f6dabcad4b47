import { layouts as en } from '@/shared/i18n/en/layouts';
import { late } from '@/shared/i18n/late';
import { layouts as zh } from '@/shared/i18n/zh/layouts';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    layouts: typeof zh;
  }
}
late({ layouts: zh }, { layouts: en });
