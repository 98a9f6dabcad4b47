import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (date: string | null) => void;
  allowClear?: boolean;
  disabled?: boolean;
  /** Days after this one cannot be chosen. */
  until?: string;
  'aria-label'?: string;
};

/** A calendar date, kept as YYYY-MM-DD: it has no time and no zone. Import it where a form is loaded late: it brings the calendar along. */
export function DateInput({
  id,
  value,
  onChange,
  allowClear = true,
  disabled = false,
  until,
  ...label
}: Props) {
  return (
    <DatePicker
      {...(id && { id })}
      {...label}
      value={value ? dayjs(value) : null}
      allowClear={allowClear}
      disabled={disabled}
      {...(until && { maxDate: dayjs(until) })}
      onChange={next => onChange?.(next ? next.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
    />
  );
}
