import './texts';
import { App, Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, useCan, useSession, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today } from '@/shared/i18n';
import { listKey, useListing } from '@/shared/lists';
import { Fetched, Fields, Missing, RecordHistory } from '@/shared/records';
import { ProblemAlert } from '@/shared/ui';
import styles from './rates.module.css';

type Rate = Document<'RateView'>;
type Values = { currency: string; from: string; rate: string };
type FormProps = { open: boolean; onClose: () => void; rate: Rate | null };

const rateKey = (id: string) => ['rate', id] as const;

function useRatesChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [listKey('rates'), ['rate'], ['rate-of-day'], ['history', 'rates']].map(queryKey =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

/** A rate from a day on. */
export function RateForm({ open, onClose, rate }: FormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = useRatesChanged();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const listing = useListing('rates');
  const currencies = listing.data?.columns.find(({ key }) => key === 'currency')?.options ?? [];
  const required = { required: true, message: t('rates.required') };
  return (
    <FormDrawer<Values, Rate>
      open={open}
      title={t(rate ? 'rates.edit' : 'rates.create')}
      onClose={onClose}
      initial={rate ? { ...rate, rate: String(rate.rate) } : { from: today() }}
      save={(values, idempotencyKey) => {
        const body = { ...values, rate: Number(values.rate), version: rate?.version ?? null };
        return rate
          ? http.put<Rate>(`/api/rates/${rate.id}`, body)
          : http.post<Rate>('/api/rates', body, { idempotencyKey });
      }}
      onStale={() => {
        void message.error(t('rates.stale'));
        void changed();
      }}
      onSaved={() => {
        void changed();
        void message.success(t('rates.saved'));
      }}
    >
      <p className={styles.text}>{t('rates.hint', { currency: home })}</p>
      <Form.Item name="currency" label={t('rates.currency')} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={currencies
            .filter(({ value }) => value !== home)
            .map(({ value, label }) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="from" label={t('rates.from')} extra={t('rates.fromHint')} rules={[required]}>
        <DateInput allowClear={false} />
      </Form.Item>
      <Form.Item name="rate" label={t('rates.rate', { currency: home })} rules={[required]}>
        <InputNumber<string>
          stringMode
          min="0.0000000001"
          max="9999999999"
          precision={10}
          formatter={text =>
            String(text ?? '')
              .replace(/(\.\d*?)0+$/, '$1')
              .replace(/\.$/, '')
          }
          controls={false}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </FormDrawer>
  );
}

/** One rate with its history. */
export function RateView({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const rate = useQuery({
    queryKey: rateKey(id),
    queryFn: ({ signal }) => http.get<Rate>(`/api/rates/${id}`, { signal }),
  });
  const missing = (
    <Missing title={t('rates.missing')} back={{ to: '/rates', label: t('shell.page.rates') }} />
  );
  return (
    <Fetched query={rate} missing={missing} narrow>
      {data => <Shown rate={data} onClose={onClose} />}
    </Fetched>
  );
}

function Shown({ rate, onClose }: { rate: Rate; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const { modal } = App.useApp();
  const changed = useRatesChanged();
  const [editing, setEditing] = useState(false);
  const remove = useMutation({
    mutationFn: () => http.delete(`/api/rates/${rate.id}`),
    onSuccess: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <ProblemAlert error={remove.error} />
      <Fields
        fields={[
          { key: 'currency', label: t('rates.currency'), value: rate.currency },
          { key: 'from', label: t('rates.from'), value: rate.from, kind: 'DATE' },
          { key: 'rate', label: t('rates.rate', { currency: rate.company }), value: String(rate.rate) },
        ]}
      />
      {can('rates:edit') && (
        <div className={styles.actions}>
          <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
          <Button
            danger
            onClick={() =>
              void modal.confirm({
                title: t('rates.remove'),
                content: t('rates.removeText'),
                okText: t('rates.remove'),
                okButtonProps: { danger: true },
                focusable: { autoFocusButton: 'cancel' },
                onOk: () => remove.mutateAsync().catch(() => undefined),
              })
            }
          >
            {t('rates.remove')}
          </Button>
        </div>
      )}
      <RecordHistory list="rates" id={rate.id} />
      {editing && <RateForm open rate={rate} onClose={() => setEditing(false)} />}
    </>
  );
}
