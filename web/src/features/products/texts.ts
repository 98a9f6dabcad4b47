import { products as en } from '@/shared/i18n/en/products';
import { late } from '@/shared/i18n/late';
import { products as zh } from '@/shared/i18n/zh/products';

declare module '@/shared/i18n/late' {
  interface LateTexts {
    products: typeof zh;
  }
}
late({ products: zh }, { products: en });
