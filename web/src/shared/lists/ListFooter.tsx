import { Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column, Rows, Sum } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { usePhone } from '@/shared/ui/media';
import { sizes, type ChangeQuery, type ListQuery } from './query';
import styles from './lists.module.css';

type Sums = { columns: Column[]; sums: Record<string, Sum[]> };

/** Sums in words, in short and exact; one for each currency. */
export function useSumText() {
  const format = useFormat();
  return (sums: Sum[]) => ({
    short: sums.map(format.shortMoney).join(' + '),
    exact: sums.map(sum => format.exactMoney(sum)).join(' + '),
  });
}

/** Sums of the filtered records, in short with the exact amount behind them. */
export function SumLine({ columns, sums }: Sums) {
  const { t } = useTranslation();
  const sumText = useSumText();
  return columns
    .filter(({ key, total }) => total && sums[key]?.length)
    .map(({ key, label }) => {
      const { short, exact } = sumText(sums[key]!);
      return (
        <span key={key} title={exact}>
          <span className={styles.sumLabel}>{t('lists.sum', { label })}</span> {short}
        </span>
      );
    });
}

type Props = { columns: Column[]; data: Rows | undefined; query: ListQuery; onChange: ChangeQuery };

/** The totals line and the page numbers. */
export function ListFooter({ columns, data, query, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  if (!data) return <div className={styles.footer} />;
  return (
    <div className={styles.footer}>
      <div className={`${styles.totals} numbers`}>
        <span>{t('lists.countShort', { total: format.exactNumber(data.total) })}</span>
        <SumLine columns={columns} sums={data.sums} />
      </div>
      <Pagination
        size="small"
        simple={phone}
        current={query.page}
        pageSize={query.size}
        total={data.total}
        showSizeChanger={!phone}
        pageSizeOptions={sizes}
        onChange={(page, size) => onChange(size === query.size ? { page } : { size, page: 1 })}
      />
    </div>
  );
}
