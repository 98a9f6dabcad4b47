import { backups as en } from '@/shared/i18n/en/backups';
import { late } from '@/shared/i18n/late';
import { backups as zh } from '@/shared/i18n/zh/backups';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    backups: typeof zh;
  }
}
late({ backups: zh }, { backups: en });
