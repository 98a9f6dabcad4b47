import { Tag } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import styles from './reports.module.css';

export type FigureTile = {
  key: string;
  label: string;
  value: string;
  /** All digits, on hover. */
  exact?: string | undefined;
  note?: ReactNode;
  href?: string | undefined;
  /** Too few cases to be more than a hint. */
  few?: boolean;
};

/** The numbers one looks for first; each opens the records behind it. */
export function Figures({
  tiles,
  label,
  stale = false,
}: {
  tiles: FigureTile[];
  label: string;
  stale?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul
      className={`${styles.figures} numbers`}
      style={{ '--tiles': tiles.length } as CSSProperties}
      aria-label={label}
      data-stale={stale}
    >
      {tiles.map(({ key, label, value, exact, note, href, few }) => {
        const inside = (
          <>
            <span className={styles.figureLabel}>{label}</span>
            <span className={styles.figureValue} title={exact}>
              {value}
              {few && <Tag className={styles.few ?? ''}>{t('reports.indicative')}</Tag>}
            </span>
            <span className={styles.figureNote}>{note}</span>
          </>
        );
        return (
          <li key={key} data-figure={key}>
            {href ? <Link to={href}>{inside}</Link> : <span>{inside}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Stands in while the numbers come: never zeros. */
export function FigureBars({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <div
      className={styles.figures}
      style={{ '--tiles': count } as CSSProperties}
      role="status"
      aria-label={t('common.loading')}
    >
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.figureBars}>
          <i style={{ width: '45%' }} />
          <i style={{ width: '70%' }} />
          <i style={{ width: '60%' }} />
        </div>
      ))}
    </div>
  );
}
