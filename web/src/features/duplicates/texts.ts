import { late } from '@/shared/i18n/late';
import type { Texts } from '@/shared/i18n/texts';

const zh = {
  scan: '查找重复',
  scanTitle: '查找重复客户和联系人',
  scanText: '比较全部客户的名称、电话、域名和全部联系人的姓名、手机、邮箱。结果只显示您能看到的记录。',
  customers: '客户',
  contacts: '联系人',
  which: '记录类型',
  merge: '合并这两条',
  dismiss: '不是重复',
  back: '仍可能重复',
  dismissed: '已排除，下次查找不再提示',
  reopened: '已放回待处理',
  gone: '其中一条已不存在',
};
const en: Texts<typeof zh> = {
  scan: 'Find duplicates',
  scanTitle: 'Find duplicate customers and contacts',
  scanText:
    'Compares names, telephones and domains of all customers, and names, mobiles and e-mails of all contacts. You see what you may read of the result.',
  customers: 'Customers',
  contacts: 'Contacts',
  which: 'Kind of records',
  merge: 'Merge these two',
  dismiss: 'Not duplicates',
  back: 'May be duplicates after all',
  dismissed: 'Dismissed; the next search will not bring it up',
  reopened: 'Back among those to look at',
  gone: 'One of the two is gone',
};

declare module '@/shared/i18n/late' {
  interface LateTexts {
    duplicates: typeof zh;
  }
}
late({ duplicates: zh }, { duplicates: en });
