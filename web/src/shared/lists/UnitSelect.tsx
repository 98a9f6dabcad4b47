import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { treeOf, useUnits } from './units';

type Props = { value: string[]; onChange: (units: string[]) => void; 'aria-label': string };

/** Chooses departments out of the tree. */
export default function UnitSelect({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const { units, isFetching } = useUnits();
  return (
    <TreeSelect<string[]>
      {...rest}
      multiple
      treeData={treeOf(units)}
      treeDefaultExpandAll={units.length <= 30}
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={280}
      maxTagCount={2}
      loading={isFetching}
      notFoundContent={isFetching ? t('common.loading') : t('forms.nothingFound')}
      style={{ width: '100%' }}
      value={value}
      onChange={onChange}
    />
  );
}
