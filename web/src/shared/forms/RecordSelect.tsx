import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter, Ref } from '@/shared/api';
import { plain } from '@/shared/lists/cells';
import { useListing, useRows } from '@/shared/lists/data';
import { useNames } from '@/shared/lists/named';
import { nameOf, rememberName } from '@/shared/lists/names';
import { useProblemText } from '@/shared/ui';

type Common = {
  id?: string;
  list: string;
  placeholder?: string;
  disabled?: boolean;
  allowClear?: boolean;
  'aria-label'?: string;
  /** Only records that pass, such as the contacts of one customer. */
  filter?: Filter | null;
  /** Names of chosen records, when the form knows them. */
  known?: Ref[];
};
type One = Common & {
  multiple?: false;
  value?: string | null;
  onChange?: (id: string | null, ref: Ref | null) => void;
};
type Many = Common & { multiple: true; value?: string[]; onChange?: (ids: string[]) => void };

/** Chooses records of a list by typing a part of their name, code or pinyin. The value is the record's id. */
export function RecordSelect(props: One | Many) {
  const { id, list, placeholder, disabled, allowClear = true, known = [], filter = null } = props;
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const q = useDeferredValue(typed);
  const listing = useListing(list, opened);
  const rows = useRows(list, { filter, q, size: 20 }, opened);
  const nameColumn = listing.data?.columns.find(column => column.shown)?.key ?? 'name';

  const error = rows.error ?? listing.error;

  known.forEach(rememberName);
  // After a failure the rows at hand answer another question.
  const found = ((error ? null : rows.data?.rows) ?? []).map(row => ({
    value: row.id,
    label: plain(row.cells['name'] ?? row.cells[nameColumn]) || t('forms.unnamed'),
  }));
  found.forEach(({ value, label }) => rememberName({ id: value, name: label }));
  const chosen = props.multiple ? (props.value ?? []) : props.value ? [props.value] : [];
  // Known to be there, but not for this person to see: there is nothing to ask.
  const hidden = known.filter(({ name }) => name === null).map(({ id: one }) => one);
  const nameIn = useNames(
    list,
    chosen.filter(value => !hidden.includes(value)),
  );
  // Never an id: someone who may not see the record learns no more than that one is chosen.
  const shown = (value: string) => {
    const name = hidden.includes(value) ? null : nameIn(value);
    return name === undefined ? t('common.loading') : (name ?? t('forms.unseen'));
  };
  const missing = chosen
    .filter(value => !found.some(option => option.value === value))
    .map(value => ({ value, label: shown(value) }));

  const shared = {
    id,
    disabled,
    allowClear,
    placeholder: placeholder ?? t('forms.record'),
    'aria-label': props['aria-label'],
    showSearch: { filterOption: false, onSearch: setTyped },
    onOpenChange: setOpened,
    options: [...(q ? [] : missing), ...found],
    loading: rows.isFetching,
    notFoundContent: rows.isFetching ? (
      t('common.loading')
    ) : error ? (
      <span role="alert" style={{ color: 'var(--danger)', whiteSpace: 'normal' }}>
        {problemText(error)}
      </span>
    ) : (
      t('forms.nothingFound')
    ),
    style: { width: '100%' },
    labelRender: ({ value, label }: { value?: string | number; label?: ReactNode }) =>
      label ?? shown(String(value)),
  };
  if (props.multiple) {
    return (
      <Select<string[]>
        {...shared}
        mode="multiple"
        value={props.value ?? []}
        onChange={ids => props.onChange?.(ids)}
      />
    );
  }
  return (
    <Select<string>
      {...shared}
      value={props.value ?? undefined!}
      onChange={(value: string | undefined) =>
        props.onChange?.(value ?? null, value ? { id: value, name: nameOf(value) ?? null } : null)
      }
    />
  );
}

/** Whoever works here, today or still for a while. */
const here: Filter = {
  any: [
    { column: 'leftOn', operator: 'EMPTY' },
    { column: 'leftOn', operator: 'WITHIN', values: ['FUTURE'] },
  ],
};

type PersonProps = Omit<One, 'list' | 'filter'> & {
  /** Those who have left too, where the past is being entered. */
  andLeft?: boolean;
};

/** Chooses a person. */
export function PersonSelect({ andLeft = false, ...props }: PersonProps) {
  const { t } = useTranslation();
  return (
    <RecordSelect placeholder={t('forms.person')} {...props} list="people" filter={andLeft ? null : here} />
  );
}
