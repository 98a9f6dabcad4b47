import { webhooks as en } from '@/shared/i18n/en/webhooks';
import { late } from '@/shared/i18n/late';
import { webhooks as zh } from '@/shared/i18n/zh/webhooks';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    webhooks: typeof zh;
  }
}
late({ webhooks: zh }, { webhooks: en });
