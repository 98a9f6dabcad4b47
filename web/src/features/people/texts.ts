import { people as en } from '@/shared/i18n/en/people';
import { late } from '@/shared/i18n/late';
import { people as zh } from '@/shared/i18n/zh/people';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    people: typeof zh;
  }
}
late({ people: zh }, { people: en });
