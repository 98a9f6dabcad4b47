import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, useSession, type Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { useProblemText } from '@/shared/ui';
import { useOpportunitiesChanged } from './data';
import type { Opportunity } from './types';

/** What an amount being typed comes to in the company's currency, at today's rate; nothing in that currency itself. */
export function Converted({ amount, currency }: { amount: number | null; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const home = useSession().data?.company?.currency ?? 'CNY';
  const foreign = currency !== home;
  const { data } = useQuery({
    queryKey: ['rate-of-day', currency],
    queryFn: ({ signal }) =>
      http.get<Document<'RateOfDay'>>('/api/rates/of-day', { query: { currency }, signal }),
    enabled: foreign,
    staleTime: 60_000,
  });
  if (!foreign || !data) return null;
  if (data.rate === null) return <small role="status">{t('opportunities.rate.none', { currency })}</small>;
  const rate = t('opportunities.rate.at', { rate: String(data.rate), day: data.from ?? '' });
  return (
    <small className="numbers" role="status">
      {amount !== null && <>≈ {format.exactMoney({ amount: amount * data.rate, currency: home })} · </>}
      {rate}
    </small>
  );
}

/** The amount of a deal in the company's currency, and the rate it was taken at. */
export function BaseAmount({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const changed = useOpportunitiesChanged();
  const take = useMutation({
    mutationFn: () =>
      http.post<Opportunity>(`/api/opportunities/${record.id}/rate`, { version: record.version }),
    onSuccess: () => void changed(),
    onError: error => void message.error(problemText(error)),
  });
  const { amount, baseAmount, currency, companyCurrency, rate, rateFrom } = record;
  if (currency === companyCurrency || !amount) return null;
  const open = record.outcome === 'OPEN';
  return (
    <>
      <small className="numbers" style={{ display: 'block' }}>
        {baseAmount && rate != null
          ? `≈ ${format.exactMoney(baseAmount)} · ${t('opportunities.rate.at', { rate: String(rate), day: rateFrom ?? '' })}`
          : t('opportunities.rate.missing')}
      </small>
      {record.can.edit && (open || rate === null) && (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('opportunities.rate.take')}
        </Button>
      )}
    </>
  );
}
