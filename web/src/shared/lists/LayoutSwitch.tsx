import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@/shared/ui';
import { AppstoreOutlined, BarsOutlined } from '@/shared/ui/icons';
import type { Layout } from './query';

/** List or board, over the same query. */
export function LayoutSwitch({ value, onChange }: { value: Layout; onChange: (layout: Layout) => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const option = (layout: Layout) => ({
    value: layout,
    icon: layout === 'table' ? <BarsOutlined /> : <AppstoreOutlined />,
    label: phone ? null : t(`lists.layout.${layout}`),
    title: t(`lists.layout.${layout}`),
  });
  return (
    <Segmented<Layout>
      aria-label={t('lists.layout.label')}
      value={value}
      onChange={onChange}
      options={[option('table'), option('kanban')]}
    />
  );
}
