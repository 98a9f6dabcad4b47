import { Select } from 'antd';
import { useListing } from '@/shared/lists/data';

/** The values a column of a list may have, in the viewer's language. */
export function useChoices(list: string, column: string) {
  const listing = useListing(list);
  return listing.data?.columns.find(({ key }) => key === column)?.options ?? [];
}

type Props = {
  id?: string;
  list: string;
  column: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  allowClear?: boolean;
  placeholder?: string;
  'aria-label'?: string;
};

/** Chooses one of the values a column of a list may have. */
export function ChoiceSelect({ list, column, value, onChange, allowClear = true, ...rest }: Props) {
  const options = useChoices(list, column);
  return (
    <Select<string>
      {...rest}
      allowClear={allowClear}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined!}
      options={options.map(option => ({ value: option.value, label: option.label }))}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}
