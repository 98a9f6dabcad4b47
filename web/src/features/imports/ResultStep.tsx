import './texts';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { listHref, listPath } from '@/shared/lists';
import { JobProgress } from '@/shared/ui';
import { DownloadRefused, Findings } from './CheckStep';
import { useRefresh } from './data';
import type { Import } from './types';
import styles from './imports.module.css';

/** The import at work, then what it did. */
export function ResultStep({ imported }: { imported: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const { state, report, job, kind, kindLabel } = imported;

  if (state === 'RUNNING' && job) {
    return (
      <section className={styles.working} aria-label={t('imports.result.doing')}>
        <h2>{t('imports.result.doing')}</h2>
        <p className={styles.hint}>{t('imports.result.doingText')}</p>
        <JobProgress key={job} id={job} cancellable={imported.mayEdit} onDone={() => void refresh()} />
      </section>
    );
  }
  if (!report) return <Alert type="info" showIcon title={t('imports.result.title')} />;
  const path = listPath(kind);
  const number = (value: number) => format.exactNumber(value);
  return (
    <section aria-labelledby="result">
      <div className={styles.done}>
        <h2 id="result">{t('imports.result.title')}</h2>
        <p className="numbers">
          {t('imports.result.summary', {
            created: number(report.created),
            updated: number(report.updated),
            skipped: number(report.skipped),
            refused: number(report.refused),
          })}
        </p>
        <p className={`${styles.hint} numbers`}>
          {t('imports.check.took', {
            count: report.rows,
            rows: number(report.rows),
            seconds: format.exactNumber(report.seconds, 1),
          })}
        </p>
        <div className={styles.buttons}>
          {path && (
            <Link to={listHref(path, {})}>
              <Button type="primary" tabIndex={-1}>
                {t('imports.result.openList', { label: kindLabel })}
              </Button>
            </Link>
          )}
          <Link to="/imports/new">
            <Button tabIndex={-1}>{t('imports.result.another')}</Button>
          </Link>
          {report.refused > 0 && <DownloadRefused id={imported.id} />}
        </div>
      </div>
      <Findings imported={imported} report={report} />
    </section>
  );
}
