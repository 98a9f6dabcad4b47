import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/api';
import { SalesReportView, Switches, useReportQuery } from '@/shared/reports';
import styles from './reports.module.css';

/** Everything about sales of a period; each person sees their own part. */
export default function ReportsPage() {
  const { t } = useTranslation();
  const own = useMe()?.permissions['opportunities:read'] === 'OWN';
  const state = useReportQuery();
  return (
    <div className={styles.page}>
      <header>
        <h1>{t(own ? 'reports.mine' : 'reports.title')}</h1>
        <Switches {...state} />
      </header>
      <SalesReportView {...state} />
    </div>
  );
}
