import './texts';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plain, useListing, useRows } from '@/shared/lists';
import type { Decision, Unknown } from './types';
import styles from './imports.module.css';

const use = 'USE ';

/** A decision in words. */
export function useDecisionText() {
  const { t } = useTranslation();
  return ({ action, value, label }: Decision, { options, texts }: Unknown, text: string | null): string => {
    if (action === 'EMPTY') return t('imports.values.empty');
    if (action === 'REFUSE') return t('imports.values.refuse');
    if (action === 'CREATE') {
      return text === null ? t('imports.values.createAny') : t('imports.values.create', { text });
    }
    const option = options.find(one => one.value === value);
    const suggested = texts.find(({ suggestion }) => suggestion?.value === value)?.suggestion;
    return option?.label ?? label ?? suggested?.label ?? value ?? '';
  };
}

type Props = {
  unknown: Unknown;
  /** The text decided on; nothing for all the others. */
  text: string | null;
  decision: Decision | null;
  placeholder: string;
  label: string;
  disabled: boolean;
  onChange: (decision: Decision | null) => void;
};

/** What a text means: something that exists, something new, nothing, or a reason to refuse. */
export function DecisionSelect(props: Props) {
  const { unknown, text, decision, placeholder, label, disabled, onChange } = props;
  const { t } = useTranslation();
  const say = useDecisionText();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const existing = useExisting(unknown, useDeferredValue(typed), opened);

  const actions: Decision[] = [
    ...(unknown.mayCreate ? [{ action: 'CREATE' as const }] : []),
    { action: 'EMPTY' },
    { action: 'REFUSE' },
  ];
  const value = decision && (decision.action === 'USE' ? use + decision.value : decision.action);
  const give = (next: string | undefined) => {
    if (!next) return onChange(null);
    if (!next.startsWith(use)) return onChange({ action: next as Decision['action'] });
    const id = next.slice(use.length);
    const name = existing.find(one => one.value === id)?.label;
    onChange({ action: 'USE', value: id, label: name ?? null });
  };
  return (
    <Select<string>
      className={styles.decisionInput ?? ''}
      aria-label={label}
      value={value!}
      disabled={disabled}
      allowClear
      placeholder={placeholder}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={open => {
        setOpened(open);
        setTyped('');
      }}
      notFoundContent={t('imports.values.noMatch')}
      labelRender={() => (decision ? say(decision, unknown, text) : null)}
      options={[
        {
          label: t('imports.values.actions'),
          options: actions.map(one => ({ value: one.action as string, label: say(one, unknown, text) })),
        },
        ...(existing.length > 0
          ? [
              {
                label: t('imports.values.existing'),
                options: existing.map(one => ({ value: use + one.value, label: one.label })),
              },
            ]
          : []),
      ]}
      onChange={(next: string | undefined) => give(next)}
    />
  );
}

/** The values there are: a fixed choice, or the records of a list found by what is typed. */
function useExisting({ list, options }: Unknown, typed: string, wanted: boolean) {
  const listing = useListing(list ?? '', wanted && list !== null);
  const rows = useRows(list ?? '', { filter: null, q: typed.trim(), size: 20 }, wanted && list !== null);
  if (list === null) {
    const looked = typed.trim().toLowerCase();
    return options.filter(one => one.label.toLowerCase().includes(looked));
  }
  const first = listing.data?.columns.find(column => column.shown)?.key ?? 'name';
  return (rows.data?.rows ?? []).map(row => ({
    value: row.id,
    label: plain(row.cells['name'] ?? row.cells[first]) || row.id,
  }));
}
