import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan, useMayReport, useMe } from '@/shared/api';
import { FollowUpDrawer } from '@/shared/followups';
import { wallClock } from '@/shared/i18n';
import { useRows } from '@/shared/lists';
import { Kept } from '@/shared/outbox';
import { SalesReportView, Switches, useReportQuery } from '@/shared/reports';
import { Blank } from '@/shared/ui';
import { MyFigures } from './MyFigures';
import { Work } from './Work';
import styles from './home.module.css';

function greeting(hour: number) {
  if (hour < 11) return 'home.morning';
  if (hour < 13) return 'home.noon';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
}

/** The first screen: what one's work is about today. Whoever answers for others sees their figures first. */
export default function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const { date, time } = wallClock(new Date());
  const reach = me?.permissions['opportunities:read'];
  const mayReport = useMayReport();
  const reports = mayReport && reach !== undefined;
  const leads = reports && reach !== 'OWN';
  const any = useRows('opportunities', { filter: null, size: 1 }, reach !== undefined);
  const empty = any.data?.total === 0;
  const readable = ['opportunities:read', 'customers:read', 'activities:read'].some(can);
  const name = t(greeting(Number(time.slice(0, 2))), { name: me?.name ?? '' });

  if (!readable) {
    return (
      <div className={styles.home}>
        <header>
          <h1>{name}</h1>
        </header>
        <Blank title={t('home.noAccess')} />
      </div>
    );
  }
  const head = (
    <div>
      <h1>{name}</h1>
      <p className="numbers">
        <time dateTime={date}>{date}</time>
      </p>
    </div>
  );
  if (leads && !empty) return <Team head={head} />;
  return (
    <div className={styles.home}>
      <header>
        {head}
        {can('activities:create') && <Write />}
      </header>
      <Kept />
      {empty ? <Start /> : reports && <MyFigures />}
      <Work whose={{ mine: true }} empty={empty} />
    </div>
  );
}

function Team({ head }: { head: React.ReactNode }) {
  const { t } = useTranslation();
  const state = useReportQuery();
  return (
    <div className={styles.home}>
      <header>
        {head}
        <Switches {...state} />
      </header>
      <Kept />
      <SalesReportView {...state} most={10} />
      <p className={styles.more}>
        <Link to={`/reports${state.search}`}>{t('home.fullReport')}</Link>
      </p>
      <Work whose={{ unit: state.query.unit }} />
    </div>
  );
}

function Write() {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setWriting(true)}>
        {t('followups.write')}
      </Button>
      <FollowUpDrawer open={writing} onClose={() => setWriting(false)} />
    </>
  );
}

/** Nothing is there yet: the one thing to do about it. */
function Start() {
  const { t } = useTranslation();
  const can = useCan();
  const action = can('imports:run') ? (
    <Link to="/imports">{t('home.startImport')}</Link>
  ) : can('opportunities:create') ? (
    <Link to="/opportunities?create=1">{t('home.startCreate')}</Link>
  ) : null;
  return (
    <section className={styles.start} aria-label={t('home.start')}>
      <Blank
        title={t('home.start')}
        text={t('home.startText')}
        action={action && <span className={styles.startAction}>{action}</span>}
      />
    </section>
  );
}
