import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { DownloadOutlined } from '@/shared/ui/icons';
import type { Asked } from './data';
import { formats, useExport } from './exporting';

/** Files with the same query as the list. */
export function ExportMenu({ list, asked }: { list: string; asked: Asked }) {
  const { t } = useTranslation();
  const save = useExport(list, asked);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: formats.map(format => ({
          key: format,
          label: t(`lists.export.${format}`),
          onClick: () => save.mutate(format),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={save.isPending}>
        {t('lists.export.title')}
      </Button>
    </Dropdown>
  );
}
