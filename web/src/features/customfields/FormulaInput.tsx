import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useLabel, type CustomField } from '@/shared/customfields';
import { useListing } from '@/shared/lists/data';

const usable: CustomField['type'][] = ['NUMBER', 'MONEY', 'DATE'];

type Props = { host: Document<'CustomFieldHost'>; fields: CustomField[] };

/** A formula, with the names of all it may be made of. */
export function FormulaInput({ host, fields }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns = useListing(host.type).data?.columns ?? [];
  const own = host.operands.map(key => [key, columns.find(column => column.key === key)?.label]);
  const custom = fields
    .filter(({ type, retired }) => usable.includes(type) && !retired)
    .map(({ code, name }) => [`custom.${code}`, label(name)]);
  const names = [...own, ...custom].map(([key, name]) => (name ? `${key} (${name})` : key));
  return (
    <Form.Item
      name="formula"
      label={t('customfields.formula')}
      extra={t('customfields.formulaHint', { fields: names.join(t('common.separator')) || t('common.none') })}
      rules={[{ required: true, whitespace: true, message: t('customfields.valueRequired') }]}
    >
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        spellCheck={false}
        placeholder={t('customfields.formulaExample')}
      />
    </Form.Item>
  );
}
