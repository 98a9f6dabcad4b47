import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useLabel, type CustomField } from '@/shared/customfields';
import { Pair } from '@/shared/forms';
import { useListing } from '@/shared/lists/data';

type Props = { host: Document<'CustomFieldHost'>; record: CustomField | null; fields: CustomField[] };

/** When a field must be filled in: never, always, or by what another field holds. */
export function Conditions({ host, record, fields }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns = useListing(host.type).data?.columns ?? [];
  const own = columns
    .filter(({ key }) => host.conditions.includes(key))
    .map(({ key, label: name, options }) => ({ key, name, options: options ?? null }));
  const custom = fields
    .filter(({ id, type }) => id !== record?.id && (type === 'CHOICE' || type === 'FLAG'))
    .map(({ code, name, options, type }) => ({
      key: `custom.${code}`,
      name: label(name),
      options:
        type === 'FLAG' ? null : options.map(option => ({ value: option.code, label: label(option.name) })),
    }));
  const deciding = [...own, ...custom];
  const yesNo = [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ];
  return (
    <>
      <Form.Item name={['required', 'when']} label={t('customfields.required')} required>
        <Select
          options={(['NEVER', 'ALWAYS', 'WHEN'] as const).map(value => ({
            value,
            label: t(`customfields.when.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {form => {
          if (form.getFieldValue(['required', 'when']) !== 'WHEN') return null;
          const chosen = deciding.find(({ key }) => key === form.getFieldValue(['required', 'field']));
          return (
            <Pair>
              <Form.Item
                name={['required', 'field']}
                label={t('customfields.whenField')}
                rules={[{ required: true, message: t('customfields.valueRequired') }]}
              >
                <Select
                  options={deciding.map(({ key, name }) => ({ value: key, label: name }))}
                  onChange={() => form.setFieldValue(['required', 'values'], [])}
                />
              </Form.Item>
              <Form.Item
                name={['required', 'values']}
                label={t('customfields.whenValues')}
                rules={[{ required: true, message: t('customfields.valueRequired') }]}
              >
                <Select
                  mode="multiple"
                  optionFilterProp="label"
                  options={(chosen ? (chosen.options ?? yesNo) : []).map(({ value, label: name }) => ({
                    value,
                    label: name,
                  }))}
                />
              </Form.Item>
            </Pair>
          );
        }}
      </Form.Item>
    </>
  );
}
