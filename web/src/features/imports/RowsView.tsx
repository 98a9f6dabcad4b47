import './texts';
import { Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert, usePhone } from '@/shared/ui';
import { useColumnName } from './ColumnsStep';
import { useImportRows } from './data';
import type { Import, ImportRow, Outcome } from './types';
import styles from './imports.module.css';

const size = 50;
type Props = { imported: Import; outcome: Outcome; total: number };

/** The rows of one outcome as they stand in the file; what is wrong is marked where it is. */
export function RowsView({ imported, outcome, total }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const [page, setPage] = useState(1);
  const rows = useImportRows(imported, outcome, page, size);
  if (total === 0) return <p className={styles.none}>{t('imports.check.emptyOutcome')}</p>;
  if (rows.error) return <ProblemAlert error={rows.error} onRetry={() => void rows.refetch()} />;
  if (!rows.data) return <Bars rows={8} />;
  const kept = rows.data.total;
  return (
    <>
      {phone ? (
        <RowCards imported={imported} rows={rows.data.rows} outcome={outcome} />
      ) : (
        <RowTable imported={imported} rows={rows.data.rows} outcome={outcome} />
      )}
      <div className={styles.paging}>
        {kept < total && (
          <span className={`${styles.hint} numbers`}>
            {t('imports.check.onlyFirst', {
              number: format.exactNumber(kept),
              total: format.exactNumber(total),
            })}
          </span>
        )}
        {kept > size && (
          <Pagination
            size="small"
            simple={phone}
            current={page}
            pageSize={size}
            total={kept}
            showSizeChanger={false}
            onChange={setPage}
          />
        )}
      </div>
    </>
  );
}

const problemAt = (row: ImportRow, index: number) => row.problems.find(({ column }) => column === index);

function Reasons({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.reasons} data-outcome={row.outcome}>
      {row.problems.map((problem, index) => (
        <li key={index}>
          {problem.label && `${problem.label}${t('common.colon')}`}
          {problem.message}
        </li>
      ))}
    </ul>
  );
}

type Rows = { imported: Import; rows: ImportRow[]; outcome: Outcome };

function RowTable({ imported, rows, outcome }: Rows) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const explained = outcome === 'REFUSED' || outcome === 'SKIPPED';
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={t(`imports.check.outcome.${outcome}`)}
      tabIndex={0}
    >
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t('imports.check.line')}</th>
            {explained && <th scope="col">{t('imports.check.reasons')}</th>}
            {imported.columns.map(({ index, heading, field }) => (
              <th key={index} scope="col" data-unused={field === null}>
                {nameOf(heading, index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.line}>
              <th scope="row" className="numbers">
                {row.line}
              </th>
              {explained && (
                <td className={styles.reasonCell}>
                  <Reasons row={row} />
                </td>
              )}
              {imported.columns.map(({ index, field }) => {
                const problem = outcome === 'REFUSED' ? problemAt(row, index) : undefined;
                return (
                  <td
                    key={index}
                    data-bad={Boolean(problem)}
                    data-unused={field === null}
                    title={problem?.message ?? row.cells[index]}
                  >
                    {row.cells[index]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowCards({ imported, rows, outcome }: Rows) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const bad = (row: ImportRow, index: number) => outcome === 'REFUSED' && Boolean(problemAt(row, index));
  return (
    <ul className={styles.rowCards}>
      {rows.map(row => (
        <li key={row.line}>
          <p className={`${styles.hint} numbers`}>{t('imports.layout.line', { number: row.line })}</p>
          {row.problems.length > 0 && <Reasons row={row} />}
          <dl>
            {imported.columns
              .filter(({ index }) => row.cells[index]?.trim() || bad(row, index))
              .map(({ index, heading }) => (
                <div key={index} data-bad={bad(row, index)}>
                  <dt>{nameOf(heading, index)}</dt>
                  <dd>{row.cells[index] || t('common.dash')}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
