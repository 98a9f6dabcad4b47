import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useMe, useSession, type Document, type Money, type Ref } from '@/shared/api';
import { useStaleFields } from '@/shared/customfields/useStaleFields';
import { FormDrawer, useStale } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { nameOf } from '@/shared/lists/names';
import { useOpportunitiesChanged } from './data';
import { bodyOf, newBodyOf, valuesOf, type OpportunityValues } from './fields';
import type { EnteredLine } from './lines';
import { OpportunityFields } from './OpportunityFields';
import type { Opportunity } from './types';

type Values = OpportunityValues;

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
  const me = useMe();
  const format = useFormat();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const changed = useOpportunitiesChanged();

  const change = (values: Values, version: number) =>
    http.put<Opportunity>(`/api/opportunities/${record!.id}`, {
      ...bodyOf(values),
      version,
    } satisfies Document<'EditOpportunity'>);
  const customLines = useStaleFields('opportunities');
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
      ...customLines,
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
            : http.post<Opportunity>('/api/opportunities', newBodyOf(values), { idempotencyKey })
        }
        onSaved={saved => {
          void changed();
          onSaved?.(saved);
        }}
        editing={record && { list: 'opportunities', id: record.id }}
        onStale={stale.onStale}
      >
        {form => <OpportunityFields form={form} record={record} customer={customer} />}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
