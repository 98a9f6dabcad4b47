import './texts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { http, useCan, type Document } from '@/shared/api';
import { today } from '@/shared/i18n';
import { HistoryButton } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import { LeftOutlined, RightOutlined } from '@/shared/ui/icons';
import { DayForm } from './DayForm';
import { MonthCard } from './MonthCard';
import { PasteForm } from './PasteForm';
import { periodsKey, plusDays, yearKey, type Period, type Year } from './data';
import styles from './calendar.module.css';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const first = 2000;
const last = 2099;

/** Which days are worked, a year at a time, and how far its months are. */
export default function CalendarPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('year'));
  const year = asked >= first && asked <= last ? asked : Number(today().slice(0, 4));
  const [focused, setFocused] = useState(today());
  const [editing, setEditing] = useState<string | null>(null);
  const [pasting, setPasting] = useState(false);
  const query = useQuery({
    queryKey: yearKey(year),
    queryFn: ({ signal }) => http.get<Year>(`/api/calendar/${year}`, { signal }),
  });
  const periods = usePeriods(year);
  const turn = (to: number) => setParams({ year: String(to) });
  const inYear = focused.startsWith(`${year}-`) ? focused : `${year}-01-01`;

  /** Arrows go from day to day, as in any calendar; only one of them is on the way of the Tab key. */
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const from = (event.target as HTMLElement).dataset.day;
    const step = steps[event.key];
    if (!from || !step) return;
    const to = plusDays(from, step);
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`);
    if (!next) return;
    event.preventDefault();
    setFocused(to);
    next.focus();
  };

  return (
    <article className={styles.page} aria-labelledby="calendar">
      <header className={styles.head}>
        <h1 id="calendar">{t('calendar.title')}</h1>
        <div className={styles.years}>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('calendar.previous')}
            disabled={year <= first}
            onClick={() => turn(year - 1)}
          />
          <strong aria-live="polite">{t('calendar.year', { year })}</strong>
          <Button
            icon={<RightOutlined />}
            aria-label={t('calendar.next')}
            disabled={year >= last}
            onClick={() => turn(year + 1)}
          />
        </div>
        <div className={styles.actions}>
          {can('calendar:edit') && <Button onClick={() => setPasting(true)}>{t('calendar.paste')}</Button>}
          <HistoryButton of={{ list: 'calendar', name: t('calendar.history') }} />
        </div>
      </header>
      <p className={styles.text}>{t('calendar.text')}</p>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Bars rows={8} />}
      {query.data && (
        <>
          {query.data.days.length === 0 && (
            <Alert
              type="info"
              showIcon
              title={t('calendar.unknown', { year })}
              className={styles.unknown ?? ''}
            />
          )}
          <div className={styles.total}>
            <span>
              {t('calendar.total', { count: query.data.workingDays.reduce((all, one) => all + one, 0) })}
            </span>
            <span>{t('calendar.periods')}</span>
            <HistoryButton of={{ list: 'periods', name: t('calendar.periods') }} size="small" />
          </div>
          <div className={styles.months} onKeyDown={walk}>
            {query.data.workingDays.map((workingDays, index) => (
              <MonthCard
                key={index}
                year={year}
                month={index + 1}
                workingDays={workingDays}
                days={query.data.days}
                focused={inYear}
                period={periods.get(`${year}-${String(index + 1).padStart(2, '0')}`)}
                onDay={day => {
                  setFocused(day);
                  if (can('calendar:edit')) setEditing(day);
                }}
              />
            ))}
          </div>
        </>
      )}
      {editing && query.data && (
        <DayForm
          key={editing}
          day={editing}
          told={query.data.days.find(({ day }) => day === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
      {pasting && <PasteForm onClose={() => setPasting(false)} />}
    </article>
  );
}

/** The months of a calendar year lie in one fiscal year or in two. */
function usePeriods(year: number) {
  const answers = useQueries({
    queries: [year - 1, year]
      .filter(one => one >= first)
      .map(one => ({
        queryKey: [...periodsKey, one],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          http.get<Document<'FiscalYear'>>(`/api/periods/${one}`, { signal }),
      })),
  });
  return new Map<string, Period>(
    answers.flatMap(({ data }) => data?.periods ?? []).map(period => [period.code, period]),
  );
}
