import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Cell, Filter, Money } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { listHref, listPath, plain, recordPath, useRows, useSumText } from '@/shared/lists';
import { Tile } from './Tile';
import styles from './home.module.css';

export type QueueProps = {
  title: string;
  list: 'opportunities' | 'customers';
  filter: Filter;
  sort: string;
  /** Beside the name: who it belongs to, how much it is, and the day that matters. */
  beside?: string;
  amount?: string;
  day?: string;
  /** Instead of the day: days, such as those in a stage. */
  days?: string;
  empty: string;
  size?: number;
};

const isMoney = (cell: Cell | undefined): cell is Money =>
  typeof cell === 'object' && cell !== null && 'amount' in cell;

/** The records that want attention for one reason. */
export function Queue(props: QueueProps) {
  const { title, list, filter, sort, beside, amount, day, days, empty, size = 5 } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const sumText = useSumText();
  const columns = ['name', beside, amount, day, days].filter(key => key !== undefined);
  const rows = useRows(list, { filter, sort, size, columns });
  const sum = amount && rows.data?.total ? rows.data.sums[amount] : undefined;
  const inWords = sum && sum.length > 0 ? sumText(sum) : null;

  const when = (cell: Cell | undefined) => {
    if (typeof cell !== 'string') return t('home.never');
    return cell.includes('T') ? format.instant(cell).replace(/ \d\d:\d\d$/, '') : format.day(cell);
  };
  return (
    <Tile
      title={title}
      count={rows.data && format.exactNumber(rows.data.total)}
      sum={inWords && <span title={inWords.exact}>{inWords.short}</span>}
      href={listHref(listPath(list) ?? '/', { filter, sort })}
      error={rows.error}
      onRetry={() => void rows.refetch()}
      loading={!rows.data}
      empty={empty}
    >
      {(rows.data?.rows ?? []).map(({ id, cells }) => {
        const name = plain(cells['name']) || id;
        const money = amount ? cells[amount] : undefined;
        const span = days ? cells[days] : undefined;
        return (
          <li key={id}>
            <span className={styles.name}>
              <Link to={recordPath(list, id) ?? '/'} title={name}>
                {name}
              </Link>
              {beside && <small>{plain(cells[beside])}</small>}
            </span>
            <span className={`${styles.aside} numbers`}>
              {isMoney(money) && <span title={format.exactMoney(money)}>{format.shortMoney(money)}</span>}
              {day && <small title={plain(cells[day])}>{when(cells[day])}</small>}
              {typeof span === 'number' && (
                <small>{t('home.days', { count: span, number: format.exactNumber(span) })}</small>
              )}
            </span>
          </li>
        );
      })}
    </Tile>
  );
}
