import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http, useCan, type Filter } from '@/shared/api';
import { useRecordsChanged } from '@/shared/bulk/data';
import { useFormat } from '@/shared/i18n';
import { plain, recordPath, useListing, useRows } from '@/shared/lists';
import { Fields, type Field } from '@/shared/records';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';

const keys = ['title', 'list', 'owner', 'records', 'kept', 'by', 'at'];

/** One thing in the bin: what it is, what went with it, and the way back. */
export function BinView({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const changed = useRecordsChanged();
  const listing = useListing('bin');
  const which: Filter = { column: 'entry', operator: 'IS', values: [id] };
  const rows = useRows('bin', { filter: which, columns: [...keys, 'record', 'until'], size: 1 });
  const row = rows.data?.rows[0];
  const done = async (text: string) => {
    void message.success(text);
    onClose();
    await changed();
  };
  const restore = useMutation({
    mutationFn: () => http.post(`/api/bin/${id}/restore`),
    onSuccess: async () => {
      const path = recordPath(plain(row?.cells['list']), plain(row?.cells['record']));
      await done(t('bin.restored', { name: plain(row?.cells['title']) }));
      if (path) void navigate(path);
    },
  });
  const purge = () =>
    void modal.confirm({
      title: t('bin.purgeOne', { name: plain(row?.cells['title']) }),
      content: t('bin.purgeText'),
      okText: t('bin.purge'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        await http.delete(`/api/bin/${id}`);
        await done(t('bin.purged'));
      },
    });
  const error = listing.error ?? rows.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void rows.refetch()} />;
  if (!rows.data || !listing.data) return <Bars rows={6} />;
  if (!row) return <Blank title={t('bin.gone')} />;
  const merged = plain(row.cells['kept']);
  const fields: Field[] = keys
    .map(key => listing.data.columns.find(column => column.key === key))
    .filter(column => column != null)
    .filter(({ key }) => key !== 'kept' || merged)
    .map(({ key, label, kind, options }) => ({
      key,
      label,
      kind,
      value: row.cells[key] ?? null,
      ...(options && { options }),
    }));
  return (
    <>
      <ProblemAlert error={restore.error} style={{ marginBottom: 12 }} />
      <Alert
        type="info"
        showIcon
        title={t(merged ? 'bin.mergedUntil' : 'bin.until', {
          day: format.instant(String(row.cells['until'])),
        })}
        style={{ marginBottom: 16 }}
      />
      <Space style={{ marginBottom: 16 }}>
        <Button type="primary" loading={restore.isPending} onClick={() => restore.mutate()}>
          {t(merged ? 'bin.part' : 'bin.restore')}
        </Button>
        {can('bin:purge') && (
          <Button danger onClick={purge}>
            {t('bin.purge')}
          </Button>
        )}
      </Space>
      <Fields fields={fields} />
    </>
  );
}
