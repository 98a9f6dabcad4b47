import { BarChartOutlined, TableOutlined } from '@/shared/ui/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars } from '@/shared/ui';
import type { ChartOption } from './Canvas';
import { DataTable, type ChartTable } from './DataTable';
import styles from './charts.module.css';

const Canvas = lazy(() => import('./Canvas'));

/** A table is given more room than a chart of a few bars. */
const lowest = 280;

/** What was clicked: the series, and the category's position and name. */
export type Picked = { seriesName: string; index: number; name: string };

export type ChartProps = {
  /** The subject of the finding. */
  title: string;
  /** The unit of its numbers, such as 万元. */
  unit?: string;
  option: ChartOption;
  /** The same numbers for those who cannot see, or want to copy, them. */
  table: ChartTable;
  onPick?: (picked: Picked) => void;
  height?: number;
  /** Anything that says how sure the numbers are, such as n. */
  note?: ReactNode;
};

/** A chart with its title and unit, and its numbers as a table one click away. */
export function Chart({ title, unit, option, table, onPick, height = 260, note }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.chart}>
      <figcaption>
        <span>
          {title} {unit && <small>{unit}</small>}
        </span>
        <Button
          type="text"
          size="small"
          icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
          aria-label={t(asTable ? 'charts.showChart' : 'charts.showTable', { title })}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {table.rows.length === 0 ? (
        <p className={styles.empty} style={{ height }}>
          {t('charts.empty')}
        </p>
      ) : asTable ? (
        <DataTable title={title} {...table} maxHeight={Math.max(height, lowest)} />
      ) : (
        <Suspense fallback={<Bars rows={Math.floor(height / 40)} />}>
          <Canvas
            label={unit ? `${title} (${unit})` : title}
            option={option}
            height={height}
            onPick={onPick}
          />
        </Suspense>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </figure>
  );
}
