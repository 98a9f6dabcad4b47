import { App, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  http,
  isProblem,
  newKey,
  Problem,
  useCan,
  useMe,
  useSession,
  type Money,
  type Ref,
} from '@/shared/api';
import {
  ChoiceSelect,
  FieldGroup,
  FormDrawer,
  MoneyInput,
  Pair,
  PersonSelect,
  RecordItem,
  RecordSelect,
  useStale,
} from '@/shared/forms';
import { CustomFormFields, useStaleFields } from '@/shared/customfields';
import { LaidOut } from '@/shared/layouts/LaidOut';
import { nameOf } from '@/shared/lists/names';
import { useCustomersChanged } from './data';
import {
  bodyOf,
  companyFields,
  customerFields,
  moreFields,
  placeFields,
  valuesOf,
  type CustomerValues,
} from './fields';
import { SimilarToForm } from './Similar';
import { findSimilar } from './similar';
import type { Customer } from './types';

type Values = CustomerValues;

const filled = (values: Values | null, names: readonly (keyof Values)[]) =>
  names.some(name => {
    const value = values?.[name];
    return Array.isArray(value) ? value.length > 0 : value != null;
  });
const refs = (ref: Ref | null | undefined) => (ref ? [ref] : []);

export type CustomerFormProps = {
  onClose: () => void;
  /** The one to change; without it a new one is made. */
  record?: Customer | null;
  onSaved?: (saved: Customer) => void;
};

export default function CustomerForm({ onClose, record: given, onSaved }: CustomerFormProps) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [record] = useState(given ?? null);
  const { t } = useTranslation();
  const can = useCan();
  const currency = useSession().data?.company?.currency ?? 'CNY';
  const me = useMe();
  const changed = useCustomersChanged();
  const askAnyway = useAnyway();
  const before = record && valuesOf(record);
  const mayAssign = record ? record.can.assign : can('customers:assign');

  const change = (values: Values, version: number) =>
    http.put<Customer>(`/api/customers/${record!.id}`, { ...bodyOf(values), version });
  const create = async (values: Values, idempotencyKey: string) => {
    try {
      return await http.post<Customer>('/api/customers', bodyOf(values), { idempotencyKey });
    } catch (error) {
      if (!isProblem(error) || error.code !== 'customers.duplicate') throw error;
      if (await sameCode(values)) throw atCode(error);
      if (!(await askAnyway(error))) throw error;
      return http.post<Customer>(
        '/api/customers',
        { ...bodyOf(values), evenIfDuplicate: true },
        { idempotencyKey: newKey() },
      );
    }
  };
  const customLines = useStaleFields('customers');
  const stale = useStale<Values>({
    fields: [
      ...customerFields.map(key => ({
        key,
        label: t(`customers.${key}`),
        ...((key === 'parent' || key === 'owner') && {
          render: (id: unknown) => (typeof id === 'string' ? (nameOf(id) ?? id) : null),
        }),
        ...(key === 'annualRevenue' && {
          render: (money: unknown) => (money as Money | null)?.amount ?? null,
        }),
        ...(key === 'tags' && { render: (tags: unknown) => (tags as string[] | null)?.join(' ') || null }),
      })),
      ...customLines,
    ],
    shown: current => valuesOf(current as unknown as Customer),
    again: change,
    onDone: () => {
      void changed();
      onClose();
    },
  });

  return (
    <>
      <FormDrawer<Values, Customer>
        open
        of={{ list: 'customers', fresh: !record }}
        title={record ? t('customers.editTitle') : t('customers.newTitle')}
        width={600}
        onClose={onClose}
        initial={before ?? { status: 'POTENTIAL', tags: [], owner: me?.id ?? null }}
        save={async (values, key) => {
          if (!record) return create(values, key);
          try {
            return await change(values, record.version);
          } catch (error) {
            throw isProblem(error) && error.code === 'customers.duplicate' ? atCode(error) : error;
          }
        }}
        onSaved={saved => {
          void changed();
          onSaved?.(saved);
        }}
        editing={record && { list: 'customers', id: record.id }}
        onStale={stale.onStale}
      >
        {form => (
          <LaidOut list="customers" fresh={!record}>
            <RecordItem
              name="name"
              label={t('customers.name')}
              rules={[{ required: true, whitespace: true, message: t('customers.nameRequired') }]}
            >
              <Input autoFocus maxLength={200} autoComplete="off" />
            </RecordItem>
            <SimilarToForm form={form} record={record} />
            <Pair>
              <RecordItem name="level" label={t('customers.level')}>
                <ChoiceSelect list="customers" column="level" />
              </RecordItem>
              <RecordItem name="status" label={t('customers.status')}>
                <ChoiceSelect list="customers" column="status" allowClear={false} />
              </RecordItem>
              <RecordItem name="industry" label={t('customers.industry')}>
                <ChoiceSelect list="customers" column="industry" />
              </RecordItem>
              <RecordItem name="phone" label={t('customers.phone')}>
                <Input maxLength={50} inputMode="tel" autoComplete="off" />
              </RecordItem>
            </Pair>
            {mayAssign && (
              <RecordItem name="owner" label={t('customers.owner')}>
                <PersonSelect known={refs(record ? record.owner : me)} allowClear={false} />
              </RecordItem>
            )}
            <CustomFormFields type="customers" fresh={!record} />
            <FieldGroup
              title={t('customers.group.company')}
              names={[...companyFields]}
              open={filled(before, companyFields)}
            >
              <RecordItem name="creditCode" label={t('customers.creditCode')}>
                <Input maxLength={40} autoComplete="off" />
              </RecordItem>
              <Pair>
                <RecordItem name="shortName" label={t('customers.shortName')}>
                  <Input maxLength={100} autoComplete="off" />
                </RecordItem>
                <RecordItem name="nameEn" label={t('customers.nameEn')}>
                  <Input maxLength={200} autoComplete="off" />
                </RecordItem>
                <RecordItem name="employees" label={t('customers.employees')}>
                  <InputNumber min={0} precision={0} controls={false} style={{ width: '100%' }} />
                </RecordItem>
                <RecordItem name="annualRevenue" label={t('customers.annualRevenue')}>
                  <MoneyInput currencies={[currency]} />
                </RecordItem>
              </Pair>
              <RecordItem name="parent" label={t('customers.parent')}>
                <RecordSelect list="customers" known={refs(record?.parent)} />
              </RecordItem>
            </FieldGroup>
            <FieldGroup
              title={t('customers.group.place')}
              names={[...placeFields]}
              open={filled(before, placeFields)}
            >
              <Pair>
                <RecordItem name="country" label={t('customers.country')}>
                  <Input maxLength={100} autoComplete="off" />
                </RecordItem>
                <RecordItem name="province" label={t('customers.province')}>
                  <Input maxLength={100} autoComplete="off" />
                </RecordItem>
                <RecordItem name="city" label={t('customers.city')}>
                  <Input maxLength={100} autoComplete="off" />
                </RecordItem>
                <RecordItem name="district" label={t('customers.district')}>
                  <Input maxLength={100} autoComplete="off" />
                </RecordItem>
              </Pair>
              <RecordItem name="address" label={t('customers.address')}>
                <Input maxLength={300} autoComplete="off" />
              </RecordItem>
              <RecordItem name="site" label={t('customers.site')}>
                <Input maxLength={300} inputMode="url" autoComplete="off" />
              </RecordItem>
            </FieldGroup>
            <FieldGroup
              title={t('customers.group.more')}
              names={[...moreFields]}
              open={filled(before, moreFields)}
            >
              <RecordItem name="source" label={t('customers.source')}>
                <ChoiceSelect list="customers" column="source" />
              </RecordItem>
              <RecordItem name="tags" label={t('customers.tags')}>
                <Select
                  mode="tags"
                  open={false}
                  suffixIcon={null}
                  placeholder={t('customers.tagsHint')}
                  tokenSeparators={[',', '，', ';', '；']}
                />
              </RecordItem>
              <RecordItem name="description" label={t('customers.description')}>
                <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} />
              </RecordItem>
            </FieldGroup>
          </LaidOut>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

/** A credit code belongs to one company: insisting does not help there. */
async function sameCode({ creditCode }: Values) {
  if (!creditCode?.trim()) return false;
  const found = await findSimilar({ creditCode: creditCode.trim() }, null).catch(() => []);
  return found.some(({ reasons }) => reasons.includes('CREDIT_CODE'));
}

const atCode = (problem: Problem) =>
  new Problem({
    status: problem.status,
    code: problem.code,
    errors: [{ field: 'creditCode', code: problem.code, message: problem.message }],
  });

/** Asks whether a customer of the same name really is another company. */
function useAnyway() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  return (problem: Problem) =>
    new Promise<boolean>(resolve => {
      modal.confirm({
        title: problem.detail ?? t('customers.similar.exists'),
        content: t('customers.similar.anywayText'),
        okText: t('customers.similar.anyway'),
        cancelText: t('customers.similar.back'),
        focusable: { autoFocusButton: 'cancel' },
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      });
    });
}
