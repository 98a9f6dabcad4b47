import { Form, Input, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan, useMe, useSession, type Money, type Ref } from '@/shared/api';
import { CustomFormFields } from '@/shared/customfields/CustomFormFields';
import {
  ChoiceSelect,
  FieldGroup,
  Pair,
  PersonSelect,
  RecordItem,
  RecordSelect,
  useItemLevel,
} from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { Laid } from '@/shared/layouts/Laid';
import { LaidOut } from '@/shared/layouts/LaidOut';
import { AmountField } from './AmountField';
import { useBeginning } from './beginning';
import { ContactRoles } from './ContactRoles';
import type { OpportunityValues } from './fields';
import { LinesInput } from './LinesInput';
import { StageFields } from './StageFields';
import type { Opportunity } from './types';
import { useReprice } from './useReprice';

const common = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD', 'TWD'];
const more = ['source', 'competitor', 'currency', 'description', 'owner'];

/** The fields that hold one plain value a stage may ask for. */
type Plain = 'customer' | 'expectedClose' | 'nextStep' | 'source' | 'competitor';

type Props = { form: FormInstance<OpportunityValues>; record: Opportunity | null; customer: Ref | null };

/** What an opportunity consists of; for a new one, what its first stage asks for is required. */
export function OpportunityFields({ form, record, customer }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const level = useItemLevel();
  const reprice = useReprice();
  const { needs, ...beginning } = useBeginning(form, record === null);
  const currencies = [...new Set([record?.currency ?? home, home, ...common])];
  const rule = (field: Plain, required: boolean) => [
    { required, whitespace: required, message: t(`opportunities.need.${field}`) },
  ];
  const asked = (field: Plain) => rule(field, needs(field));

  return (
    <LaidOut list="opportunities" fresh={!record} currency={record?.currency ?? home}>
      <RecordItem
        name="name"
        label={t('opportunities.name')}
        rules={[{ required: true, whitespace: true, message: t('opportunities.need.name') }]}
      >
        <Input autoFocus maxLength={200} autoComplete="off" />
      </RecordItem>
      <RecordItem
        name="customer"
        label={t('opportunities.customer')}
        rules={rule('customer', needs('customer') || needs('contact'))}
      >
        <RecordSelect
          list="customers"
          known={[record?.customer, customer].filter(ref => ref != null)}
          // Contacts of one customer are not those of another.
          onChange={id => form.setFieldValue('contacts', id && needs('contact') ? [{}] : [])}
        />
      </RecordItem>
      {!record && (
        <Laid name="stage">
          <StageFields form={form} beginning={beginning} />
        </Laid>
      )}
      <Pair>
        {level('amount') !== 'HIDDEN' && (
          <Laid name="amount" wide={false}>
            <AmountField form={form} required={needs('amount')} closed={level('amount') === 'READ'} />
          </Laid>
        )}
        <RecordItem
          name="expectedClose"
          label={t('opportunities.expectedClose')}
          rules={asked('expectedClose')}
        >
          <DateInput />
        </RecordItem>
      </Pair>
      <Pair>
        <RecordItem name="nextStep" label={t('opportunities.nextStep')} rules={asked('nextStep')}>
          <Input maxLength={500} autoComplete="off" />
        </RecordItem>
        <RecordItem name="nextStepOn" label={t('opportunities.nextStepOn')}>
          <DateInput />
        </RecordItem>
      </Pair>
      {!record && (
        <Laid name="contacts">
          <FieldGroup title={t('opportunities.contacts.title')} names={['contacts']} open={needs('contact')}>
            <Form.Item noStyle dependencies={['customer']}>
              {() => (
                <ContactRoles
                  path={['contacts']}
                  customer={(form.getFieldValue('customer') as string | null | undefined) ?? null}
                  required={needs('contact')}
                />
              )}
            </Form.Item>
          </FieldGroup>
        </Laid>
      )}
      {level('amount') === 'WRITE' && level('products') === 'WRITE' && (
        <Laid name="lines">
          <FieldGroup
            title={t('opportunities.lines.title')}
            names={['lines']}
            open={needs('lines') || (record?.lines.length ?? 0) > 0}
          >
            <Form.Item noStyle dependencies={['currency']}>
              {() => (
                <LinesInput
                  path={['lines']}
                  currency={(form.getFieldValue('currency') as string | undefined) ?? home}
                  known={record?.lines.map(({ product }) => product) ?? []}
                  required={needs('lines')}
                />
              )}
            </Form.Item>
          </FieldGroup>
        </Laid>
      )}
      <Laid name="custom">
        <Form.Item noStyle dependencies={['currency']}>
          {() => (
            <CustomFormFields
              type="opportunities"
              fresh={!record}
              currency={(form.getFieldValue('currency') as string | undefined) ?? home}
            />
          )}
        </Form.Item>
      </Laid>
      <FieldGroup
        title={t('opportunities.group.more')}
        names={more}
        open={record !== null || needs('source') || needs('competitor')}
      >
        <Pair>
          <RecordItem name="source" label={t('opportunities.source')} rules={asked('source')}>
            <ChoiceSelect list="opportunities" column="source" />
          </RecordItem>
          <RecordItem name="competitor" label={t('opportunities.competitor')} rules={asked('competitor')}>
            <Input maxLength={200} autoComplete="off" />
          </RecordItem>
          <RecordItem name="currency" label={t('forms.currency')}>
            <Select
              options={currencies.map(value => ({ value, label: value }))}
              onChange={(currency: string) => {
                const amount = form.getFieldValue('amount') as Money | null | undefined;
                if (amount) form.setFieldValue('amount', { ...amount, currency });
                void reprice(form, currency);
              }}
            />
          </RecordItem>
          {!record && can('opportunities:assign') && (
            <RecordItem name="owner" label={t('opportunities.owner')}>
              <PersonSelect allowClear={false} known={me ? [{ id: me.id, name: me.name }] : []} />
            </RecordItem>
          )}
        </Pair>
        <RecordItem name="description" label={t('opportunities.description')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
        </RecordItem>
      </FieldGroup>
    </LaidOut>
  );
}
