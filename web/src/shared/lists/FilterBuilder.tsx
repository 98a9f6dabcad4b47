import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Condition, Filter } from '@/shared/api';
import { useWords } from './describe';
import { fromDraft, isComplete, toDraft, type Draft } from './filters';
import { ValueInput } from './ValueInput';
import styles from './lists.module.css';

type Props = {
  columns: Column[];
  filter: Filter | null;
  onApply: (filter: Filter | null) => void;
  onCancel: () => void;
};
type Join = Draft['join'];

const first = (column: Column): Condition => ({
  column: column.key,
  operator: column.operators[0] ?? 'IS',
  values: [],
});

function JoinChoice({ value, onChange }: { value: Join; onChange: (join: Join) => void }) {
  const { t } = useTranslation();
  return (
    <Segmented<Join>
      size="small"
      aria-label={t('lists.filter.operator')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'all', label: t('lists.filter.all') },
        { value: 'any', label: t('lists.filter.any') },
      ]}
    />
  );
}

type LineProps = {
  columns: Column[];
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
};

function ConditionLine({ columns, condition, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const words = useWords();
  const column = columns.find(({ key }) => key === condition.column) ?? columns[0];
  if (!column) return null;
  return (
    <div className={styles.condition}>
      <Select
        aria-label={t('lists.filter.column')}
        value={column.key}
        showSearch={{ optionFilterProp: 'label' }}
        options={columns.map(({ key, label }) => ({ value: key, label }))}
        onChange={key => onChange(first(columns.find(one => one.key === key) ?? column))}
      />
      <Select
        aria-label={t('lists.filter.operator')}
        value={condition.operator}
        options={column.operators.map(name => ({ value: name, label: words.operator(column, name) }))}
        onChange={operator => onChange({ ...condition, operator, values: [] })}
      />
      <ValueInput
        column={column}
        condition={condition}
        onChange={values => onChange({ ...condition, values })}
      />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('lists.filter.removeCondition')}
        onClick={onRemove}
      />
    </div>
  );
}

const replaced = <T,>(items: T[], index: number, item: T) =>
  items.map((one, i) => (i === index ? item : one));
const dropped = <T,>(items: T[], index: number) => items.filter((_, i) => i !== index);

/** And/or conditions over the columns, with groups one level deep. */
export default function FilterBuilder({ columns, filter, onApply, onCancel }: Props) {
  const { t } = useTranslation();
  const start = columns[0];
  const [draft, setDraft] = useState<Draft>(() => {
    const known = toDraft(filter) ?? { join: 'all' as const, items: [] };
    return known.items.length || !start ? known : { join: 'all', items: [first(start)] };
  });
  const conditions = draft.items.flatMap(item => ('items' in item ? item.items : [item]));
  const complete = conditions.every(isComplete);
  const set = (items: Draft['items']) => setDraft({ ...draft, items });

  return (
    <form
      className={styles.builder}
      aria-label={t('lists.filter.edit')}
      onSubmit={event => {
        event.preventDefault();
        if (complete) onApply(fromDraft(draft));
      }}
    >
      {draft.items.length > 1 && (
        <JoinChoice value={draft.join} onChange={join => setDraft({ ...draft, join })} />
      )}
      {draft.items.length === 0 && <p className={styles.hint}>{t('lists.filter.empty')}</p>}
      {draft.items.map((item, index) =>
        'items' in item ? (
          <div key={index} className={styles.group}>
            <div className={styles.groupHead}>
              <JoinChoice
                value={item.join}
                onChange={join => set(replaced(draft.items, index, { ...item, join }))}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('lists.filter.removeCondition')}
                onClick={() => set(dropped(draft.items, index))}
              />
            </div>
            {item.items.map((inner, position) => (
              <ConditionLine
                key={position}
                columns={columns}
                condition={inner}
                onChange={next =>
                  set(replaced(draft.items, index, { ...item, items: replaced(item.items, position, next) }))
                }
                onRemove={() =>
                  set(
                    item.items.length === 1
                      ? dropped(draft.items, index)
                      : replaced(draft.items, index, { ...item, items: dropped(item.items, position) }),
                  )
                }
              />
            ))}
            {start && (
              <Button
                type="link"
                size="small"
                icon={<PlusOutlined />}
                onClick={() =>
                  set(replaced(draft.items, index, { ...item, items: [...item.items, first(start)] }))
                }
              >
                {t('lists.filter.addCondition')}
              </Button>
            )}
          </div>
        ) : (
          <ConditionLine
            key={index}
            columns={columns}
            condition={item}
            onChange={next => set(replaced(draft.items, index, next))}
            onRemove={() => set(dropped(draft.items, index))}
          />
        ),
      )}
      {start && (
        <div className={styles.builderAdd}>
          <Button
            type="link"
            size="small"
            icon={<PlusOutlined />}
            onClick={() => set([...draft.items, first(start)])}
          >
            {t('lists.filter.addCondition')}
          </Button>
          <Button
            type="link"
            size="small"
            icon={<PlusOutlined />}
            onClick={() =>
              set([...draft.items, { join: draft.join === 'all' ? 'any' : 'all', items: [first(start)] }])
            }
          >
            {t('lists.filter.addGroup')}
          </Button>
        </div>
      )}
      <div className={styles.builderEnd}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!complete}>
          {t('common.apply')}
        </Button>
      </div>
    </form>
  );
}
