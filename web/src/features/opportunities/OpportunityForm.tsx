import { App, Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, useMe, useSession, type Document, type Money, type Ref } from '@/shared/api';
import {
  ChoiceSelect,
  FieldGroup,
  FormDrawer,
  MoneyInput,
  Pair,
  PersonSelect,
  RecordSelect,
  useStale,
} from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { useFormat } from '@/shared/i18n';
import { nameOf } from '@/shared/lists/names';
import { listPrice, useOpportunitiesChanged, usePipelines } from './data';
import { bodyOf, valuesOf, type OpportunityValues } from './fields';
import { linesAmount, repriced, type EnteredLine } from './lines';
import { LinesInput } from './LinesInput';
import type { Opportunity } from './types';

type Values = OpportunityValues;
const common = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD', 'TWD'];
const more = ['source', 'competitor', 'currency', 'description', 'owner'] as const;

export type OpportunityFormProps = {
  onClose: () => void;
  /** The one to change; without it a new one is made. */
  record?: Opportunity | null;
  /** The customer of a new one, when it is known already. */
  customer?: Ref | null;
  onSaved?: (saved: Opportunity) => void;
};

export default function OpportunityForm({
  onClose,
  record: given,
  customer = null,
  onSaved,
}: OpportunityFormProps) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [record] = useState(given ?? null);
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const format = useFormat();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const changed = useOpportunitiesChanged();
  const reprice = useReprice();
  const currencies = [...new Set([record?.currency ?? home, home, ...common])];

  const change = (values: Values, version: number) =>
    http.put<Opportunity>(`/api/opportunities/${record!.id}`, {
      ...bodyOf(values),
      version,
    } satisfies Document<'EditOpportunity'>);
  const stale = useStale<Values>({
    fields: [
      { key: 'name', label: t('opportunities.name') },
      {
        key: 'customer',
        label: t('opportunities.customer'),
        render: id => (typeof id === 'string' ? (nameOf(id) ?? id) : null),
      },
      {
        key: 'amount',
        label: t('opportunities.amount'),
        render: money => (money ? format.exactMoney(money as Money) : null),
      },
      { key: 'expectedClose', label: t('opportunities.expectedClose') },
      { key: 'nextStep', label: t('opportunities.nextStep') },
      { key: 'nextStepOn', label: t('opportunities.nextStepOn') },
      { key: 'source', label: t('opportunities.source') },
      { key: 'competitor', label: t('opportunities.competitor') },
      { key: 'description', label: t('opportunities.description') },
      {
        key: 'lines',
        label: t('opportunities.lines.title'),
        render: lines =>
          (lines as EnteredLine[] | undefined)
            ?.map(({ product, quantity }) => `${nameOf(product ?? '') ?? ''} × ${quantity ?? ''}`)
            .join(t('common.separator')),
      },
    ],
    shown: current => valuesOf(current as unknown as Opportunity),
    again: change,
    onDone: () => {
      void changed();
      onClose();
    },
  });

  return (
    <>
      <FormDrawer<Values, Opportunity>
        open
        title={record ? t('opportunities.editTitle') : t('opportunities.newTitle')}
        width={680}
        onClose={onClose}
        initial={
          record
            ? valuesOf(record)
            : { customer: customer?.id ?? null, currency: home, owner: me?.id ?? null, lines: [] }
        }
        save={(values, idempotencyKey) =>
          record
            ? change(values, record.version)
            : http.post<Opportunity>(
                '/api/opportunities',
                {
                  ...bodyOf(values),
                  pipeline: values.pipeline ?? null,
                  stage: values.stage ?? null,
                  owner: values.owner ?? null,
                } satisfies Document<'NewOpportunity'>,
                { idempotencyKey },
              )
        }
        onSaved={saved => {
          void changed();
          onSaved?.(saved);
        }}
        onStale={stale.onStale}
      >
        {form => (
          <>
            <Form.Item
              name="name"
              label={t('opportunities.name')}
              rules={[{ required: true, whitespace: true, message: t('opportunities.need.name') }]}
            >
              <Input autoFocus maxLength={200} autoComplete="off" />
            </Form.Item>
            <Form.Item name="customer" label={t('opportunities.customer')}>
              <RecordSelect
                list="customers"
                known={[record?.customer, customer].filter(ref => ref != null)}
              />
            </Form.Item>
            {!record && <StageFields form={form} />}
            <Pair>
              <AmountField form={form} />
              <Form.Item name="expectedClose" label={t('opportunities.expectedClose')}>
                <DateInput />
              </Form.Item>
            </Pair>
            <Pair>
              <Form.Item name="nextStep" label={t('opportunities.nextStep')}>
                <Input maxLength={500} autoComplete="off" />
              </Form.Item>
              <Form.Item name="nextStepOn" label={t('opportunities.nextStepOn')}>
                <DateInput />
              </Form.Item>
            </Pair>
            <FieldGroup
              title={t('opportunities.lines.title')}
              names={[]}
              open={(record?.lines.length ?? 0) > 0}
            >
              <Form.Item noStyle dependencies={['currency']}>
                {() => (
                  <LinesInput
                    path={['lines']}
                    currency={(form.getFieldValue('currency') as string | undefined) ?? home}
                    known={record?.lines.map(({ product }) => product) ?? []}
                  />
                )}
              </Form.Item>
            </FieldGroup>
            <FieldGroup title={t('opportunities.group.more')} names={[...more]} open={record !== null}>
              <Pair>
                <Form.Item name="source" label={t('opportunities.source')}>
                  <ChoiceSelect list="opportunities" column="source" />
                </Form.Item>
                <Form.Item name="competitor" label={t('opportunities.competitor')}>
                  <Input maxLength={200} autoComplete="off" />
                </Form.Item>
                <Form.Item name="currency" label={t('forms.currency')}>
                  <Select
                    options={currencies.map(value => ({ value, label: value }))}
                    onChange={(currency: string) => {
                      const amount = form.getFieldValue('amount') as Money | null | undefined;
                      if (amount) form.setFieldValue('amount', { ...amount, currency });
                      void reprice(form, currency);
                    }}
                  />
                </Form.Item>
                {!record && can('opportunities:assign') && (
                  <Form.Item name="owner" label={t('opportunities.owner')}>
                    <PersonSelect allowClear={false} known={me ? [{ id: me.id, name: me.name }] : []} />
                  </Form.Item>
                )}
              </Pair>
              <Form.Item name="description" label={t('opportunities.description')}>
                <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
              </Form.Item>
            </FieldGroup>
          </>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}

/** In another currency the same numbers would be other prices: each line takes its list price there. */
function useReprice() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return async (form: FormInstance<Values>, currency: string) => {
    const products = [
      ...new Set(
        (form.getFieldValue('lines') as EnteredLine[] | undefined)?.flatMap(line => line?.product ?? []),
      ),
    ];
    if (products.length === 0) return;
    const prices = new Map(
      await Promise.all(
        products.map(
          async product => [product, await listPrice(product, currency).catch(() => null)] as const,
        ),
      ),
    );
    // Another currency may have been chosen meanwhile.
    if (form.getFieldValue('currency') !== currency) return;
    form.setFieldValue('lines', repriced((form.getFieldValue('lines') as EnteredLine[]) ?? [], prices));
    const without = [...prices.values()].filter(price => price === null).length;
    void message.info(
      without === 0
        ? t('opportunities.lines.repriced', { currency })
        : t('opportunities.lines.repricedExcept', { currency, count: without }),
    );
  };
}

/** Where a new one begins: shown as soon as there is a choice. */
function StageFields({ form }: { form: FormInstance<Values> }) {
  const { t } = useTranslation();
  const pipelines = usePipelines().data?.filter(({ retired }) => !retired) ?? [];
  const chosen = Form.useWatch('pipeline', form) ?? pipelines[0]?.id;
  const stages =
    pipelines
      .find(({ id }) => id === chosen)
      ?.stages.filter(({ outcome, retired }) => outcome === 'OPEN' && !retired) ?? [];
  return (
    <Pair>
      {pipelines.length > 1 && (
        <Form.Item name="pipeline" label={t('opportunities.pipeline')}>
          <Select
            placeholder={pipelines[0]?.label}
            options={pipelines.map(({ id, label }) => ({ value: id, label }))}
            onChange={() => form.setFieldValue('stage', null)}
          />
        </Form.Item>
      )}
      <Form.Item name="stage" label={t('opportunities.stage')}>
        <Select
          placeholder={stages[0]?.label}
          options={stages.map(({ id, label }) => ({ value: id, label }))}
        />
      </Form.Item>
    </Pair>
  );
}

/** The sum of the lines, unless another amount is meant. */
function AmountField({ form }: { form: FormInstance<Values> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = (Form.useWatch('lines', form) ?? []) as EnteredLine[];
  const own = Form.useWatch('ownAmount', form) ?? false;
  const currency = Form.useWatch('currency', form) ?? 'CNY';
  const summed = lines.length > 0 && !own;
  const sum = linesAmount(lines);
  return (
    <div>
      {summed && (
        <Form.Item label={t('opportunities.amount')} required>
          <span className="numbers">
            {sum === null ? t('common.dash') : format.exactMoney({ amount: sum, currency })}{' '}
            <small>{t('opportunities.fromLines')}</small>
          </span>
        </Form.Item>
      )}
      <Form.Item name="amount" label={t('opportunities.amount')} hidden={summed}>
        <MoneyInput currencies={[currency]} />
      </Form.Item>
      <Form.Item
        name="ownAmount"
        valuePropName="checked"
        hidden={lines.length === 0}
        style={{ margin: '-8px 0 12px' }}
      >
        <Checkbox>{t('opportunities.ownAmount')}</Checkbox>
      </Form.Item>
    </div>
  );
}
