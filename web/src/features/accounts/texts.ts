import { accounts as en } from '@/shared/i18n/en/accounts';
import { late } from '@/shared/i18n/late';
import { accounts as zh } from '@/shared/i18n/zh/accounts';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    accounts: typeof zh;
  }
}
late({ accounts: zh }, { accounts: en });
