import { Button, Tag } from 'antd';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/charts';
import { AppstoreOutlined, TableOutlined } from '@/shared/ui/icons';
import styles from './reports.module.css';

/** One number with all its digits, and the records behind it. */
export type ExactFigure = { label: string; value: string; href?: string | undefined };
export type FigureTile = {
  key: string;
  label: string;
  value: string;
  /** What the tile says in short, exactly: on hover, for screen readers and in the table. */
  exact: ExactFigure[];
  note?: ReactNode;
  href?: string | undefined;
  /** Too few cases to be more than a hint. */
  few?: boolean;
};

type Props = { tiles: FigureTile[]; label: string; stale?: boolean };

/** The numbers one looks for first; each opens the records behind it, and all digits are one click away. */
export function Figures({ tiles, label, stale = false }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={styles.figuresBox} data-stale={stale}>
      <Button
        type="text"
        size="small"
        className={styles.figuresSwitch ?? ''}
        icon={asTable ? <AppstoreOutlined /> : <TableOutlined />}
        aria-label={t(asTable ? 'reports.showTiles' : 'charts.showTable', { title: label })}
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      />
      {asTable ? <Exactly tiles={tiles} label={label} /> : <Tiles tiles={tiles} label={label} />}
    </div>
  );
}

function Tiles({ tiles, label }: Props) {
  const { t } = useTranslation();
  return (
    <ul
      className={`${styles.figures} numbers`}
      style={{ '--tiles': tiles.length } as CSSProperties}
      aria-label={label}
    >
      {tiles.map(({ key, label, value, exact, note, href, few }) => {
        const inside = (
          <>
            <span className={styles.figureLabel}>{label}</span>
            <span className={styles.figureValue} title={exact[0]?.value}>
              {value}
              {few && <Tag className={styles.few ?? ''}>{t('reports.indicative')}</Tag>}
            </span>
            <span className={styles.figureNote}>{note}</span>
          </>
        );
        const words = exact.map(one => `${one.label} ${one.value}`).join(t('common.separator'));
        const said = few ? `${words} (${t('reports.indicative')})` : words;
        return (
          <li key={key} data-figure={key}>
            {href ? (
              <Link to={href} aria-label={said}>
                {inside}
              </Link>
            ) : (
              <span role="group" aria-label={said}>
                {inside}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Exactly({ tiles, label }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.figuresTable}>
      <DataTable
        title={label}
        columns={[
          { key: 'label', label: t('reports.figure') },
          { key: 'value', label: t('reports.exactly'), number: true },
        ]}
        rows={tiles
          .flatMap(({ exact }) => exact)
          .map(({ label, value, href }) => ({ label, value: href ? <Link to={href}>{value}</Link> : value }))}
      />
    </div>
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
