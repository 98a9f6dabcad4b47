import { App, Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useSession, type Document } from '@/shared/api';
import {
  useFieldsChanged,
  useLabel,
  type CustomField,
  type FieldType,
  type HostType,
} from '@/shared/customfields';
import { CustomInput } from '@/shared/customfields/CustomInput';
import { FieldGroup, FormDrawer, Pair, useStale } from '@/shared/forms';
import { Conditions } from './Conditions';
import { FormulaInput } from './FormulaInput';
import { OptionList } from './OptionList';

export type Values = Document<'SaveField'>;
const types: FieldType[] = [
  'TEXT',
  'LONG_TEXT',
  'NUMBER',
  'MONEY',
  'DATE',
  'CHOICE',
  'CHOICES',
  'PERSON',
  'UNIT',
  'FLAG',
  'LINK',
  'FORMULA',
];
const hasOptions = (type: FieldType | null | undefined) => type === 'CHOICE' || type === 'CHOICES';
const canBeTotalled = (type: FieldType | null | undefined) =>
  type === 'NUMBER' || type === 'MONEY' || type === 'FORMULA';

const canBeFilterable = (type: FieldType) => !['LONG_TEXT', 'LINK', 'FORMULA'].includes(type);

const valuesOf = (field: CustomField): Values => ({
  code: field.code,
  type: field.type,
  name: field.name.zh,
  nameEn: field.name.en,
  help: field.help?.zh ?? null,
  helpEn: field.help?.en ?? null,
  section: field.section?.zh ?? null,
  sectionEn: field.section?.en ?? null,
  required: field.required,
  fallback: field.fallback ?? null,
  formula: field.formula ?? null,
  choices: field.options.map(({ code, name, color, retired }) => ({
    code,
    name: name.zh,
    nameEn: name.en,
    color: color ?? null,
    retired,
  })),
  shown: field.shown,
  totalled: field.totalled,
  filterable: field.filterable,
  searched: field.searched,
  retired: field.retired,
});

type Props = {
  host: Document<'CustomFieldHost'>;
  record: CustomField | null;
  /** All fields of the type, among which are those that may decide about this one. */
  fields: CustomField[];
  onClose: () => void;
};

/** Makes a custom field, or changes one. */
export default function FieldForm({ host, record: given, fields, onClose }: Props) {
  const type = host.type as HostType;
  const [record] = useState(given);
  const { t } = useTranslation();
  const { message } = App.useApp();
  const label = useLabel();
  const changed = useFieldsChanged(type);
  const currency = useSession().data?.company?.currency ?? 'CNY';
  const body = (values: Values): Values => ({
    ...values,
    code: values.code?.trim() || null,
    name: values.name.trim(),
    nameEn: values.nameEn.trim(),
    required: values.required ?? { when: 'NEVER', field: null, values: [] },
    choices: hasOptions(values.type)
      ? (values.choices ?? []).map(option => ({ ...option, retired: option.retired ?? false }))
      : [],
    fallback: values.type === 'FORMULA' ? null : (values.fallback ?? null),
    formula: values.type === 'FORMULA' ? (values.formula ?? null) : null,
    shown: values.shown ?? false,
    totalled: values.totalled ?? false,
    filterable: values.filterable ?? false,
    searched: values.searched ?? false,
    retired: values.retired ?? false,
  });
  const change = (values: Values, version: number) =>
    http.put<CustomField>(`/api/custom-fields/${type}/${record!.id}`, { ...body(values), version });
  const stale = useStale<Values>({
    fields: [
      { key: 'name', label: t('customfields.name') },
      { key: 'nameEn', label: t('customfields.nameEn') },
      { key: 'help', label: t('customfields.help') },
      { key: 'section', label: t('customfields.section') },
      { key: 'choices', label: t('customfields.options'), render: names },
      { key: 'retired', label: t('customfields.retiredTag') },
    ],
    shown: current => valuesOf(current as unknown as CustomField),
    again: change,
    onDone: () => {
      void changed();
      onClose();
    },
  });
  const needed = [{ required: true, whitespace: true, message: t('customfields.nameRequired') }];
  return (
    <>
      <FormDrawer<Values, CustomField>
        open
        width={640}
        title={
          record ? t('customfields.editTitle') : t('customfields.addTitle', { type: t(`shell.page.${type}`) })
        }
        onClose={onClose}
        initial={
          record
            ? valuesOf(record)
            : {
                type: 'TEXT',
                shown: false,
                totalled: false,
                filterable: false,
                searched: false,
                retired: false,
                required: { when: 'NEVER', field: null, values: [] },
              }
        }
        save={(values, idempotencyKey) =>
          record
            ? change(values, record.version)
            : http.post<CustomField>(`/api/custom-fields/${type}`, body(values), { idempotencyKey })
        }
        onSaved={saved => {
          void changed();
          void message.success(t('customfields.saved', { name: label(saved.name) }));
        }}
        onStale={stale.onStale}
      >
        {form => (
          <>
            <Pair>
              <Form.Item name="name" label={t('customfields.name')} rules={needed}>
                <Input autoFocus maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item name="nameEn" label={t('customfields.nameEn')} rules={needed}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
            </Pair>
            <Pair>
              <Form.Item name="type" label={t('customfields.typeLabel')} required>
                <Select
                  disabled={record !== null}
                  options={types.map(value => ({ value, label: t(`customfields.type.${value}`) }))}
                  onChange={() => form.setFieldValue('fallback', null)}
                />
              </Form.Item>
              <Form.Item
                name="code"
                label={t('customfields.code')}
                extra={record ? undefined : t('customfields.codeHint')}
                rules={[{ pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('customfields.codeRule') }]}
              >
                <Input
                  disabled={record !== null}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              </Form.Item>
            </Pair>
            <ByType form={form} currency={currency} host={host} fields={fields} />
            <Form.Item noStyle dependencies={['type']}>
              {() =>
                form.getFieldValue('type') !== 'FORMULA' && (
                  <Conditions host={host} record={record} fields={fields} />
                )
              }
            </Form.Item>
            <Form.Item name="shown" valuePropName="checked" style={{ marginBottom: 4 }}>
              <Checkbox>{t('customfields.shown')}</Checkbox>
            </Form.Item>
            <Form.Item noStyle dependencies={['type']}>
              {() =>
                canBeFilterable(form.getFieldValue('type') as FieldType) && (
                  <Form.Item name="filterable" valuePropName="checked" style={{ marginBottom: 4 }}>
                    <Checkbox>{t('customfields.filterable')}</Checkbox>
                  </Form.Item>
                )
              }
            </Form.Item>
            <FieldGroup
              title={t('customfields.sectionOf')}
              names={['section', 'sectionEn', 'help', 'helpEn']}
              open={Boolean(record?.section ?? record?.help)}
            >
              <Pair>
                <Form.Item
                  name="section"
                  label={t('customfields.section')}
                  extra={t('customfields.sectionHint')}
                >
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
                <Form.Item name="sectionEn" label={t('customfields.sectionEn')}>
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
              </Pair>
              <Pair>
                <Form.Item name="help" label={t('customfields.help')}>
                  <Input maxLength={300} autoComplete="off" />
                </Form.Item>
                <Form.Item name="helpEn" label={t('customfields.helpEn')}>
                  <Input maxLength={300} autoComplete="off" />
                </Form.Item>
              </Pair>
            </FieldGroup>
            {record && (
              <Form.Item name="retired" valuePropName="checked">
                <Checkbox>{t('customfields.retired')}</Checkbox>
              </Form.Item>
            )}
          </>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

const names = (options: unknown) =>
  (options as { name: string }[] | undefined)?.map(({ name }) => name).join(' · ') ?? null;

/** What depends on the type: options, whether lists sum it, and the default. */
function ByType({
  form,
  currency,
  host,
  fields,
}: {
  form: FormInstance<Values>;
  currency: string;
  host: Props['host'];
  fields: CustomField[];
}) {
  const { t } = useTranslation();
  return (
    <Form.Item noStyle shouldUpdate>
      {() => {
        const type = (form.getFieldValue('type') ?? 'TEXT') as FieldType;
        const choices = (form.getFieldValue('choices') ?? []) as NonNullable<Values['choices']>;
        const options = choices
          .filter(option => option?.code && option.name)
          .map(({ code, name, nameEn, retired }) => ({
            code: code!,
            name: { zh: name, en: nameEn ?? name },
            color: null,
            retired: retired ?? false,
          }));
        return (
          <>
            {hasOptions(type) && <OptionList form={form} />}
            {type === 'FORMULA' && <FormulaInput host={host} fields={fields} />}
            {type !== 'FORMULA' && (!hasOptions(type) || options.length > 0) && (
              <Form.Item name="fallback" label={t('customfields.fallback')}>
                <CustomInput field={{ type, options }} currency={currency} />
              </Form.Item>
            )}
            {type === 'TEXT' && (
              <Form.Item name="searched" valuePropName="checked" style={{ marginBottom: 4 }}>
                <Checkbox>{t('customfields.searched')}</Checkbox>
              </Form.Item>
            )}
            {canBeTotalled(type) && (
              <Form.Item name="totalled" valuePropName="checked" style={{ marginBottom: 4 }}>
                <Checkbox>{t('customfields.totalled')}</Checkbox>
              </Form.Item>
            )}
          </>
        );
      }}
    </Form.Item>
  );
}
