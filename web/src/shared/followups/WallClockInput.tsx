import { DatePicker } from 'antd';
import dayjs from 'dayjs';

const shape = 'YYYY-MM-DD HH:mm';
type Props = {
  id?: string;
  disabled?: boolean;
  value?: string | null;
  onChange?: (value: string | null) => void;
};

/** A date and a time as the company's clocks show them, kept as their text. */
export function WallClockInput({ id, disabled = false, value, onChange }: Props) {
  return (
    <DatePicker
      {...(id && { id })}
      disabled={disabled}
      showTime={{ format: 'HH:mm' }}
      format={shape}
      needConfirm={false}
      value={value ? dayjs(value.replace(' ', 'T')) : null}
      onChange={next => onChange?.(next ? next.format(shape) : null)}
      style={{ width: '100%' }}
    />
  );
}
