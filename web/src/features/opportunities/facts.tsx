import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today, useFormat } from '@/shared/i18n';
import type { Fact } from '@/shared/records';
import { BaseAmount } from './Converted';
import type { Opportunity } from './types';
import styles from './opportunities.module.css';

/** The few figures one looks for first. */
export function useFacts(record: Opportunity): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const open = record.outcome === 'OPEN';
  const now = record.stages.find(({ present }) => present);
  const dash = t('common.dash');
  const late = (date: string | null) => open && date !== null && date < today();
  const date = (value: string | null) =>
    value === null ? (
      dash
    ) : (
      <time dateTime={value} title={value} className={late(value) ? styles.late : undefined}>
        {format.day(value)}
      </time>
    );
  const facts: Fact[] = [
    {
      key: 'customer',
      label: t('opportunities.customer'),
      value: record.customer ? (
        <Link to={`/customers/${record.customer.id}`}>{record.customer.name}</Link>
      ) : (
        dash
      ),
    },
    {
      key: 'amount',
      label: t('opportunities.amount'),
      value: record.amount ? (
        <>
          <span title={format.shortMoney(record.amount)}>{format.exactMoney(record.amount)}</span>
          <BaseAmount record={record} />
        </>
      ) : (
        dash
      ),
    },
  ];
  if (open) {
    facts.push(
      { key: 'close', label: t('opportunities.expectedClose'), value: date(record.expectedClose) },
      {
        key: 'probability',
        label: t('opportunities.probability'),
        value: format.percent(record.probability),
      },
      {
        key: 'next',
        label: t('opportunities.nextStep'),
        value:
          record.nextStepOn !== null ? (
            <>
              {record.nextStep} {date(record.nextStepOn)}
            </>
          ) : (
            // Without a day it is not planned: lists and queues count it as having none.
            <>
              {record.nextStep}{' '}
              <span className={styles.late}>
                {t(record.nextStep ? 'opportunities.noNextStepOn' : 'opportunities.noNextStep')}
              </span>
            </>
          ),
      },
    );
    // This stay only; the step counts earlier ones too.
    const days = record.history.at(-1)?.days;
    if (now && days !== undefined) {
      facts.push({
        key: 'days',
        label: t('opportunities.inStage'),
        value: (
          <span className={now.overdue ? styles.late : undefined}>
            {now.overdue && now.normalDays !== null
              ? t('opportunities.daysOfNormal', { count: days, number: days, normal: now.normalDays })
              : t('opportunities.days', { count: days, number: days })}
          </span>
        ),
      });
    }
  } else {
    facts.push({ key: 'closed', label: t('opportunities.closedOn'), value: date(record.closedOn) });
    if (record.lossReason) {
      facts.push({ key: 'reason', label: t('opportunities.lossReason'), value: record.lossReason.name });
    }
    if (record.cycleDays !== null) {
      facts.push({
        key: 'cycle',
        label: t('opportunities.cycle'),
        value: t('opportunities.days', { count: record.cycleDays, number: record.cycleDays }),
      });
    }
  }
  facts.push({ key: 'owner', label: t('opportunities.owner'), value: record.owner?.name ?? dash });
  return facts;
}
