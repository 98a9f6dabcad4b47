import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { today, useLanguage } from '@/shared/i18n';
import { MonthStatus } from './MonthStatus';
import { byWeek, dayOf, shapeOf, type Period, type Told } from './data';
import styles from './calendar.module.css';

type Props = {
  year: number;
  month: number;
  workingDays: number;
  days: Told[];
  focused: string;
  period: Period | undefined;
  onDay: (day: string) => void;
};

/** A month with its days; those that are told apart say how. */
export function MonthCard({ year, month, workingDays, days, focused, period, onDay }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { length, begins } = shapeOf(year, month);
  const told = new Map(days.map(one => [one.day, one]));
  const name =
    language === 'en'
      ? new Date(Date.UTC(year, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
      : t('calendar.month', { month });
  return (
    <section className={styles.month} aria-label={name}>
      <header className={styles.monthHead}>
        <h2>{name}</h2>
        <span className={styles.count}>{t('calendar.days', { count: workingDays })}</span>
        {period && <MonthStatus period={period} name={name} />}
      </header>
      <div className={styles.grid}>
        {[...t('calendar.weekdays')].map((weekday, index) => (
          <span key={index} className={styles.weekday} aria-hidden>
            {weekday}
          </span>
        ))}
        {Array.from({ length }, (_, index) => {
          const day = dayOf(year, month, index + 1);
          return (
            <Day
              key={day}
              day={day}
              told={told.get(day)}
              column={index === 0 ? begins + 1 : undefined}
              reachable={day === focused}
              onOpen={() => onDay(day)}
            />
          );
        })}
      </div>
    </section>
  );
}

type DayProps = {
  day: string;
  told: Told | undefined;
  column: number | undefined;
  reachable: boolean;
  onOpen: () => void;
};

function Day({ day, told, column, reachable, onOpen }: DayProps) {
  const { t } = useTranslation();
  const can = useCan();
  const language = useLanguage();
  const works = told ? told.works : byWeek(day);
  const name = (language === 'en' ? (told?.nameEn ?? told?.nameZh) : (told?.nameZh ?? told?.nameEn)) ?? '';
  const said = [day, name, t(works ? 'calendar.works' : 'calendar.rests')].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      data-day={day}
      data-told={told ? (works ? 'work' : 'off') : undefined}
      data-off={!works || undefined}
      data-today={day === today() || undefined}
      aria-label={said}
      aria-disabled={!can('calendar:edit')}
      title={name || undefined}
      tabIndex={reachable ? 0 : -1}
      className={styles.day}
      style={column ? { gridColumnStart: column } : undefined}
      onClick={onOpen}
    >
      {Number(day.slice(8))}
      {told && <i>{t(works ? 'calendar.work' : 'calendar.off')}</i>}
    </button>
  );
}
