import { imports as en } from '@/shared/i18n/en/imports';
import { late } from '@/shared/i18n/late';
import { imports as zh } from '@/shared/i18n/zh/imports';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    imports: typeof zh;
  }
}
late({ imports: zh }, { imports: en });
