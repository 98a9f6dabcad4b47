import './texts';
import { Alert, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '@/shared/i18n';
import { Blank, JobProgress } from '@/shared/ui';
import { DownloadOutlined } from '@/shared/ui/icons';
import { refusedHref, useRefresh } from './data';
import { RowsView } from './RowsView';
import { evenIfDuplicate, goodRows, readOnlyWhy } from './spec';
import { outcomes, type Import, type Outcome, type Report } from './types';
import styles from './imports.module.css';

type Props = {
  imported: Import;
  readOnly: boolean;
  checking: boolean;
  onCheck: () => void;
  /** A run ended without importing anything, and one is back here. */
  returned: boolean;
};

/** What would happen: nothing is changed until the last button is pressed. */
export function CheckStep({ imported, readOnly, checking, onCheck, returned }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const { state, report, job } = imported;
  const rows = format.exactNumber(imported.rowCount);

  if (state === 'CHECKING' && job) {
    return (
      <section className={styles.working} aria-label={t('imports.step.check')}>
        <JobProgress key={job} id={job} cancellable={imported.mayEdit} onDone={() => void refresh()} />
      </section>
    );
  }
  if (!report) {
    const failed = state === 'FAILED' || state === 'CANCELLED';
    return (
      <>
        {state === 'FAILED' && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={t('imports.check.failed')}
            description={imported.message}
          />
        )}
        {state === 'CANCELLED' && <Alert type="info" showIcon title={t('imports.check.cancelled')} />}
        <Blank
          title={failed ? null : t('imports.check.startTitle')}
          text={<span className={styles.narrow}>{t('imports.check.startText')}</span>}
          action={
            !readOnly && (
              <Button type="primary" loading={checking} onClick={onCheck}>
                {t('imports.check.start', { count: imported.rowCount, number: rows })}
              </Button>
            )
          }
        />
      </>
    );
  }
  return (
    <section aria-label={t('imports.check.title')}>
      <div className={styles.titleLine}>
        <h2>{t('imports.check.title')}</h2>
        <span className={`${styles.hint} numbers`}>
          {t('imports.check.took', {
            count: report.rows,
            rows: format.exactNumber(report.rows),
            seconds: format.exactNumber(report.seconds, 1),
          })}
        </span>
        <span className={styles.grow} />
        {!readOnly && (
          <Button size="small" type="text" loading={checking} onClick={onCheck}>
            {t('imports.check.again')}
          </Button>
        )}
      </div>
      {returned && (
        <Alert
          type="warning"
          showIcon
          title={t('imports.result.notImported')}
          description={t('imports.result.notImportedText')}
          style={{ margin: '12px 0' }}
        />
      )}
      {!readOnly && goodRows(report) === 0 && <NothingToRun report={report} />}
      <Findings imported={imported} report={report} />
    </section>
  );
}

function NothingToRun({ report }: { report: Report }) {
  const { t } = useTranslation();
  const all = report.refused > 0;
  return (
    <Alert
      type={all ? 'warning' : 'info'}
      showIcon
      title={t(all ? 'imports.check.allRefused' : 'imports.check.nothingTitle')}
      description={t(all ? 'imports.check.allRefusedText' : 'imports.check.nothingText')}
      style={{ margin: '12px 0' }}
    />
  );
}

const counted = (report: Report): Record<Outcome, number> => ({
  CREATED: report.created,
  UPDATED: report.updated,
  SKIPPED: report.skipped,
  REFUSED: report.refused,
});

/** The counts, each opening its rows. The one that matters most is open first. */
export function Findings({ imported, report }: { imported: Import; report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const counts = counted(report);
  const asked = outcomes.find(outcome => outcome === params.get('rows'));
  const chosen =
    asked ?? (counts.REFUSED > 0 ? 'REFUSED' : (outcomes.find(outcome => counts[outcome] > 0) ?? 'CREATED'));
  const choose = (outcome: Outcome) =>
    setParams(
      now => {
        const next = new URLSearchParams(now);
        next.set('rows', outcome);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className={styles.outcomes} role="group" aria-label={t('imports.check.outcomes')}>
        {outcomes.map(outcome => (
          <button
            key={outcome}
            type="button"
            aria-pressed={outcome === chosen}
            data-outcome={outcome}
            data-none={counts[outcome] === 0}
            onClick={() => choose(outcome)}
          >
            <span className={styles.outcomeName}>{t(`imports.check.outcome.${outcome}`)}</span>
            <span className={`${styles.outcomeCount} numbers`}>{format.exactNumber(counts[outcome])}</span>
          </button>
        ))}
      </div>
      <div className={styles.explain}>
        <p className={styles.hint}>{t(`imports.check.explain.${chosen}`)}</p>
        {chosen === 'REFUSED' && counts.REFUSED > 0 && <DownloadRefused id={imported.id} />}
        {chosen === 'SKIPPED' && counts.SKIPPED > 0 && <Nonetheless imported={imported} />}
      </div>
      <RowsView key={chosen} imported={imported} outcome={chosen} total={counts[chosen]} />
    </>
  );
}

/** Where rows may be left out for being known already: how to bring them in on purpose. */
function Nonetheless({ imported }: { imported: Import }) {
  const { t } = useTranslation();
  const field = imported.fields.find(({ key }) => key === evenIfDuplicate);
  if (!field || imported.constants[field.key] === 'true' || readOnlyWhy(imported)) return null;
  return (
    <p className={styles.hint}>
      {t('imports.check.nonetheless', { field: field.label })}{' '}
      <Link to="?step=columns">{t('imports.check.toColumns')}</Link>
    </p>
  );
}

export function DownloadRefused({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (['xlsx', 'csv'] as const).map(format => ({
          key: format,
          label: (
            <a href={refusedHref(id, format)} download>
              {t(`imports.check.${format}`)}
            </a>
          ),
        })),
      }}
    >
      <Button size="small" icon={<DownloadOutlined />} title={t('imports.check.downloadHint')}>
        {t('imports.check.download')}
      </Button>
    </Dropdown>
  );
}
