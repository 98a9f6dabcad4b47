import { audit as en } from '@/shared/i18n/en/audit';
import { late } from '@/shared/i18n/late';
import { audit as zh } from '@/shared/i18n/zh/audit';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    audit: typeof zh;
  }
}
late({ audit: zh }, { audit: en });
