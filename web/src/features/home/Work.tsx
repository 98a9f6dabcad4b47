import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { today } from '@/shared/i18n';
import { Plan } from './Plan';
import { Queue } from './Queue';
import { forgottenAfter, queues, type Whose } from './queues';
import styles from './home.module.css';

/** Opportunities that want something done, each queue for its own reason. */
export function DealQueues({ whose }: { whose: Whose }) {
  const { t } = useTranslation();
  const team = !('mine' in whose);
  const deals = {
    list: 'opportunities',
    amount: 'amount',
    beside: team ? 'owner' : 'customer',
  } as const;
  return (
    <div className={styles.pairs}>
      <Queue
        {...deals}
        title={t('home.closing')}
        filter={queues.closing(whose)}
        sort="expectedClose"
        day="expectedClose"
        empty={t('home.closingNone')}
      />
      <Queue
        {...deals}
        title={t('home.passed')}
        filter={queues.passed(whose)}
        sort="expectedClose"
        day="expectedClose"
        empty={t('home.passedNone')}
      />
      <Queue
        {...deals}
        title={t('home.noStep')}
        filter={queues.noStep(whose)}
        sort="-amount"
        day="expectedClose"
        empty={t('home.noStepNone')}
      />
      <Queue
        {...deals}
        title={t('home.stuck')}
        filter={queues.stuck(whose)}
        sort="-daysInStage"
        days="daysInStage"
        empty={t('home.stuckNone')}
      />
    </div>
  );
}

/** Customers nobody has followed up lately. */
export function Forgotten({ whose }: { whose: Whose }) {
  const { t } = useTranslation();
  return (
    <Queue
      list="customers"
      title={t('home.forgotten', { days: forgottenAfter })}
      filter={queues.forgotten(whose, today())}
      sort="lastFollowedAt"
      {...(!('mine' in whose) && { beside: 'owner' })}
      day="lastFollowedAt"
      empty={t('home.forgottenNone')}
    />
  );
}

/** What there is to do: my own plan, and what wants attention among the records meant. */
export function Work({ whose, empty = false }: { whose: Whose; empty?: boolean }) {
  const can = useCan();
  return (
    <div className={styles.tiles}>
      <div className={styles.column}>
        {can('activities:read') && <Plan />}
        {!empty && can('customers:read') && <Forgotten whose={whose} />}
      </div>
      {!empty && can('opportunities:read') && <DealQueues whose={whose} />}
    </div>
  );
}
