import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CompanyDetails } from '@/shared/api';
import styles from './forms.module.css';

const currencies = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'JPY', 'GBP', 'SGD'];
const months = Array.from({ length: 12 }, (_, month) => month + 1);
const zones: string[] = Intl.supportedValuesOf?.('timeZone') ?? ['Asia/Shanghai'];

/** The fields of the company: in the first set-up and in its settings. */
export function CompanyFields({
  under = [],
  autoFocus = false,
}: {
  under?: string | string[];
  autoFocus?: boolean;
}) {
  const { t, i18n } = useTranslation();
  const required = { required: true, message: t('setup.required') };
  const at = (field: keyof CompanyDetails) => [under, field].flat();
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  const currencyName = new Intl.DisplayNames([i18n.language], { type: 'currency' });
  return (
    <>
      <Form.Item name={at('nameZh')} label={t('setup.company.nameZh')} rules={[required]}>
        <Input autoFocus={autoFocus} autoComplete="organization" />
      </Form.Item>
      <Form.Item name={at('nameEn')} label={t('setup.company.nameEn')} rules={[required]}>
        <Input />
      </Form.Item>
      <div className={styles.companyPair}>
        <Form.Item name={at('currency')} label={t('setup.company.currency')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={currencies.map(value => ({ value, label: `${value} ${currencyName.of(value) ?? ''}` }))}
          />
        </Form.Item>
        <Form.Item name={at('timeZone')} label={t('setup.company.timeZone')} rules={[required]}>
          <Select showSearch options={zones.map(value => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item
          name={at('fiscalYearStartMonth')}
          label={t('setup.company.fiscalYearStartMonth')}
          rules={[required]}
        >
          <Select
            options={months.map(value => ({ value, label: monthName.format(Date.UTC(2000, value - 1, 1)) }))}
          />
        </Form.Item>
        <Form.Item name={at('language')} label={t('setup.company.language')} rules={[required]}>
          <Select
            options={(['zh-CN', 'en'] as const).map(value => ({
              value,
              label: i18n.t('shell.language', { lng: value === 'en' ? 'zh-CN' : 'en' }),
            }))}
          />
        </Form.Item>
      </div>
    </>
  );
}
