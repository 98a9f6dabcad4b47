import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { within } from './categories';
import { useCategories } from './data';

type Props = {
  id?: string;
  disabled?: boolean;
  value?: string | null;
  onChange?: (id: string | null) => void;
  /** This category and all below it may not be chosen. */
  without?: string;
};

/** Chooses one category from the tree; none is fine. */
export function CategorySelect({ id, disabled = false, value, onChange, without }: Props) {
  const { t } = useTranslation();
  const { data = [], isPending } = useCategories();
  const closed = without ? within(data, without) : new Set<string>();
  type Item = { value: string; title: string; disabled: boolean; children: Item[] };
  const below = (parent: string | null): Item[] =>
    data
      .filter(category => category.parent === parent)
      .map(category => ({
        value: category.id,
        title: category.name,
        disabled: closed.has(category.id),
        children: below(category.id),
      }));
  return (
    <TreeSelect<string | undefined>
      {...(id && { id })}
      disabled={disabled}
      value={value ?? undefined}
      onChange={next => onChange?.(next ?? null)}
      treeData={below(null)}
      treeDefaultExpandAll={data.length <= 60}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear
      loading={isPending}
      placeholder={t('forms.record')}
      notFoundContent={t('forms.nothingFound')}
      style={{ width: '100%' }}
    />
  );
}
