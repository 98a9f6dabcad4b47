import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { daysLater, today } from '@/shared/i18n';
import styles from './followups.module.css';

/** The Monday after a date. */
export function mondayAfter(date: string) {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return daysLater(date, (8 - weekday) % 7 || 7);
}

type Props = {
  id?: string;
  disabled?: boolean;
  value?: string | null;
  onChange?: (value: string | null) => void;
};

/** A day to come, with the ones people mostly mean one click away. */
export function DayInput({ id, disabled = false, value, onChange }: Props) {
  const { t } = useTranslation();
  const now = today();
  const near = [
    { key: 'today', date: now },
    { key: 'tomorrow', date: daysLater(now, 1) },
    { key: 'inThreeDays', date: daysLater(now, 3) },
    { key: 'nextMonday', date: mondayAfter(now) },
  ] as const;
  return (
    <div className={styles.day}>
      <DatePicker
        {...(id && { id })}
        disabled={disabled}
        value={value ? dayjs(value) : null}
        onChange={next => onChange?.(next ? next.format('YYYY-MM-DD') : null)}
      />
      {near.map(({ key, date }) => (
        <Button
          key={key}
          size="small"
          type={value === date ? 'primary' : 'default'}
          aria-pressed={value === date}
          onClick={() => onChange?.(date)}
        >
          {t(`followups.near.${key}`)}
        </Button>
      ))}
    </div>
  );
}
