import { Button, Drawer, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, ShownColumn } from '@/shared/api';
import { Bars } from '@/shared/ui/Bars';
import { MoreOutlined } from '@/shared/ui/icons';
import { SortFields } from './Choosers';
import type { Asked } from './data';
import { formats, useExport } from './exporting';
import type { Sort } from './query';

const ColumnFields = lazy(() => import('./ColumnFields'));

type Props = {
  list: string;
  asked: Asked;
  columns: Column[];
  chosen: ShownColumn[];
  onColumns: (columns: ShownColumn[] | null) => void;
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  /** Starts choosing rows, where something can be done with them. */
  onSelect: (() => void) | undefined;
  mayExport: boolean;
};

/** On a phone, what a wide screen shows as buttons beside the list. */
export function PhoneMenu(props: Props) {
  const { list, asked, columns, chosen, onColumns, sort, onSort, onSelect, mayExport } = props;
  const { t } = useTranslation();
  const [panel, setPanel] = useState<'sort' | 'columns' | null>(null);
  const save = useExport(list, asked);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'sort', label: t('lists.sort.title'), onClick: () => setPanel('sort') },
            { key: 'columns', label: t('lists.columns.title'), onClick: () => setPanel('columns') },
            ...(onSelect ? [{ key: 'select', label: t('lists.select'), onClick: onSelect }] : []),
            ...(mayExport
              ? formats.map(format => ({
                  key: format,
                  label: `${t('lists.export.title')} · ${t(`lists.export.${format}`)}`,
                  onClick: () => save.mutate(format),
                }))
              : []),
          ],
        }}
      >
        <Button icon={<MoreOutlined />} aria-label={t('common.more')} loading={save.isPending} />
      </Dropdown>
      <Drawer
        open={panel !== null}
        placement="bottom"
        size="large"
        title={panel && t(panel === 'sort' ? 'lists.sort.title' : 'lists.columns.title')}
        onClose={() => setPanel(null)}
        destroyOnHidden
      >
        {panel === 'sort' && <SortFields columns={columns} sort={sort} onChange={onSort} />}
        {panel === 'columns' && (
          <Suspense fallback={<Bars rows={6} />}>
            <ColumnFields columns={columns} chosen={chosen} onChange={onColumns} />
          </Suspense>
        )}
      </Drawer>
    </>
  );
}
