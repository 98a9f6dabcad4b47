import { privacy as en } from '@/shared/i18n/en/privacy';
import { late } from '@/shared/i18n/late';
import { privacy as zh } from '@/shared/i18n/zh/privacy';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    privacy: typeof zh;
  }
}
late({ privacy: zh }, { privacy: en });
