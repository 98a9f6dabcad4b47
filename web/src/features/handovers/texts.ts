import { handovers as en } from '@/shared/i18n/en/handovers';
import { late } from '@/shared/i18n/late';
import { handovers as zh } from '@/shared/i18n/zh/handovers';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    handovers: typeof zh;
  }
}
late({ handovers: zh }, { handovers: en });
