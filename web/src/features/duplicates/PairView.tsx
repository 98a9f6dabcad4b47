import { useMutation } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Filter, type Ref } from '@/shared/api';
import { useRecordsChanged } from '@/shared/bulk/data';
import { MergeRecords } from '@/shared/bulk/MergeRecords';
import { useListing, useRows } from '@/shared/lists';
import { Fields, type Field } from '@/shared/records';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import type { Kind } from './DuplicatesPage';

const lists = { customers: 'duplicates', contacts: 'contactduplicates' } as const;
const shown = ['first', 'second', 'customer', 'score', 'reasons', 'foundAt'];

/** Two records that may be one: in what they are alike, and what is to become of them. */
export function PairView({ kind, id, onClose }: { kind: Kind; id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const can = useCan();
  const changed = useRecordsChanged();
  const list = lists[kind];
  const [merging, setMerging] = useState(false);
  const pairs = useListing(list);
  const records = useListing(kind);
  const which: Filter = { column: 'entry', operator: 'IS', values: [id] };
  const keys = shown.filter(key => pairs.data?.columns.some(column => column.key === key));
  const rows = useRows(list, { filter: which, columns: [...keys, 'dismissed'], size: 1 }, pairs.isSuccess);
  const row = rows.data?.rows[0];
  const dismissed = row?.cells['dismissed'] === true;
  const dismiss = useMutation({
    mutationFn: () => http.put(`/api/${list}/${id}/dismissed`, { dismissed: !dismissed }),
    onSuccess: async () => {
      void message.success(t(dismissed ? 'duplicates.reopened' : 'duplicates.dismissed'));
      onClose();
      await changed();
    },
  });
  const error = pairs.error ?? rows.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void rows.refetch()} />;
  if (!rows.data || !pairs.data || !records.data) return <Bars rows={6} />;
  if (!row) return <Blank title={t('duplicates.gone')} />;
  const fields: Field[] = keys
    .map(key => pairs.data.columns.find(column => column.key === key)!)
    .map(({ key, label, kind: of, options, list: to }) => ({
      key,
      label,
      kind: of,
      value: row.cells[key] ?? null,
      ...(options && { options }),
      ...(to && { list: to }),
    }));
  const ids = [row.cells['first'], row.cells['second']].map(one => (one as Ref).id);
  return (
    <>
      <ProblemAlert error={dismiss.error} style={{ marginBottom: 12 }} />
      <Space wrap style={{ marginBottom: 16 }}>
        {records.data.deletable && (
          <Button type="primary" onClick={() => setMerging(true)}>
            {t('duplicates.merge')}
          </Button>
        )}
        {can('customers:edit') && (
          <Button loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
            {t(dismissed ? 'duplicates.back' : 'duplicates.dismiss')}
          </Button>
        )}
      </Space>
      <Fields fields={fields} />
      {merging && (
        <MergeRecords
          list={kind}
          ids={[ids[0]!, ids[1]!]}
          columns={records.data.columns}
          onClose={() => setMerging(false)}
          onMerged={onClose}
        />
      )}
    </>
  );
}
