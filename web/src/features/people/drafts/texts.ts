import '../texts';
import { drafts as en } from '@/shared/i18n/en/drafts';
import { late } from '@/shared/i18n/late';
import { drafts as zh } from '@/shared/i18n/zh/drafts';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    drafts: typeof zh;
  }
}
late({ drafts: zh }, { drafts: en });
