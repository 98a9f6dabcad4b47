import { TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import type { UnitChoice } from './data';
import { treeOf } from './units';

type Props = {
  className: string;
  units: UnitChoice[];
  value: string | null;
  onChange: (unit: string | null) => void;
};

/** Chooses a department out of the tree. */
export default function UnitInput({ className, units, value, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TreeSelect<string>
      aria-label={t('reports.unit')}
      className={className}
      placeholder={t('reports.allUnits')}
      allowClear
      treeDefaultExpandAll={units.length <= 30}
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={280}
      treeData={treeOf(units.map(unit => ({ ...unit, name: format.localName(unit) })))}
      value={value ?? undefined!}
      onChange={(unit: string | undefined) => onChange(unit ?? null)}
    />
  );
}
