import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api';
import { FieldGroup, Pair, RecordItem } from '@/shared/forms';
import { CustomInput } from './CustomInput';
import { sections, useFields, useLabel, type CustomField, type HostType } from './data';
import { isRequired, type Held } from './values';

type Props = {
  type: HostType;
  /** Whether the record is new: then fields begin with their defaults. */
  fresh: boolean;
  /** Of the record, where it has one of its own. */
  currency?: string;
};

const wide = (field: CustomField) => field.type === 'LONG_TEXT';

/** The custom fields of a record inside its form; the form holds them under `custom`. */
export function CustomFormFields({ type, fresh, currency: own }: Props) {
  const label = useLabel();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const fields =
    useFields(type).data?.filter(({ retired, type: holds }) => !retired && holds !== 'FORMULA') ?? [];
  const items = (within: CustomField[]) => (
    <>
      <Pair>
        {within
          .filter(field => !wide(field))
          .map(field => (
            <CustomFormField key={field.code} field={field} fresh={fresh} currency={own ?? home} />
          ))}
      </Pair>
      {within.filter(wide).map(field => (
        <CustomFormField key={field.code} field={field} fresh={fresh} currency={own ?? home} />
      ))}
    </>
  );
  return sections(fields, label).map(({ title, fields: within }) =>
    title ? (
      <FieldGroup key={title} title={title} names={['custom']} open>
        {items(within)}
      </FieldGroup>
    ) : (
      <div key={title}>{items(within)}</div>
    ),
  );
}

/** One custom field inside a form; the form holds it under `custom`. */
export function CustomFormField({
  field,
  fresh,
  currency,
}: {
  field: CustomField;
  fresh: boolean;
  currency: string;
}) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <Form.Item noStyle shouldUpdate>
      {form => {
        const all = form.getFieldsValue(true) as Record<string, unknown>;
        const required = isRequired(field, (all['custom'] ?? {}) as Held, all);
        return (
          <RecordItem
            name={['custom', field.code]}
            label={label(field.name)}
            {...(field.help && { extra: label(field.help) })}
            {...(fresh && field.fallback != null && { initialValue: field.fallback })}
            required={required}
            rules={[
              {
                validator: (_, value: unknown) =>
                  required && (value == null || value === '')
                    ? Promise.reject(new Error(t('customfields.valueRequired')))
                    : Promise.resolve(),
              },
            ]}
          >
            <CustomInput field={field} currency={currency} />
          </RecordItem>
        );
      }}
    </Form.Item>
  );
}
