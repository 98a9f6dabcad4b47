import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Props = {
  label: string;
  from: string | null;
  /** The last day, itself included. */
  last: string | null;
  onChange: (from: string | null, last: string | null) => void;
};

/** Own days; either end may stay open. */
export default function RangeInput({ label, from, last, onChange }: Props) {
  return (
    <DatePicker.RangePicker
      aria-label={label}
      allowEmpty={[true, true]}
      value={[from ? dayjs(from) : null, last ? dayjs(last) : null]}
      onChange={range =>
        onChange(range?.[0]?.format('YYYY-MM-DD') ?? null, range?.[1]?.format('YYYY-MM-DD') ?? null)
      }
    />
  );
}
