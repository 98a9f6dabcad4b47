import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Cell, type Column, type Document } from '@/shared/api';
import { CellTitle, isEmptyCell } from '@/shared/lists/cells';
import { Bars, ProblemAlert, useProblemText } from '@/shared/ui';
import { isAsked, rawOf, useRecordsChanged } from './data';
import styles from './bulk.module.css';

type Found = Record<string, unknown> & { id: string; name: string; custom?: Record<string, unknown> };
type Props = {
  list: string;
  ids: readonly [string, string];
  columns: Column[];
  onClose: () => void;
  /** With the record that stays. */
  onMerged: (id: string) => void;
};

const valueOf = (record: Found, key: string) =>
  (key.startsWith('custom.') ? record.custom?.[key.slice('custom.'.length)] : record[key]) as
    Cell | undefined;

/** A number to call is no link here: a press chooses. */
function Value({ column, value }: { column: Column; value: Cell | undefined }) {
  const { t } = useTranslation();
  return isEmptyCell(value) ? t('common.dash') : <CellTitle column={column} value={value} />;
}

/** Two records beside each other, and which value of each field the one that stays is to have. */
export function MergeRecords({ list, ids, columns, onClose, onMerged }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const changed = useRecordsChanged();
  const found = useQuery({
    queryKey: ['merging', list, ...ids],
    queryFn: ({ signal }) => Promise.all(ids.map(id => http.get<Found>(`/api/${list}/${id}`, { signal }))),
    gcTime: 0,
  });
  const [kept, setKept] = useState(0);
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const pair = found.data;
  const asked = columns.filter(isAsked);
  const differing = pair
    ? asked.filter(({ key }) => {
        const [a, b] = pair.map(record => valueOf(record, key));
        return JSON.stringify(rawOf(a)) !== JSON.stringify(rawOf(b)) && !(isEmptyCell(a) && isEmptyCell(b));
      })
    : [];
  // What only one of them knows is kept.
  const sideOf = (key: string) =>
    chosen[key] ?? (pair && isEmptyCell(valueOf(pair[kept]!, key)) ? 1 - kept : kept);
  const undo = async (entry: string) => {
    try {
      await http.post(`/api/bin/${entry}/restore`);
      void message.success(t('bulk.merging.undone'));
      await changed();
    } catch (error) {
      void message.error(problemText(error));
    }
  };
  const merge = useMutation({
    mutationFn: () => {
      const values = differing
        .filter(({ key }) => sideOf(key) !== kept)
        .map(({ key }) => [key, rawOf(valueOf(pair![1 - kept]!, key))] as const);
      return http.post<Document<'Merged'>>(`/api/records/${list}/${ids[kept]}/merge`, {
        gone: ids[1 - kept],
        values: Object.fromEntries(values),
      });
    },
    onSuccess: async ({ entry }) => {
      const name = pair![kept]!.name;
      void message.success({
        duration: 10,
        content: (
          <>
            {t('bulk.merging.done', { name })}{' '}
            <Button type="link" size="small" onClick={() => void undo(entry)}>
              {t('bulk.merging.undo')}
            </Button>
          </>
        ),
      });
      onMerged(ids[kept]!);
      await changed();
    },
  });
  return (
    <Modal
      open
      width={860}
      title={t('bulk.merging.title')}
      onCancel={onClose}
      okText={t('bulk.merging.ok')}
      okButtonProps={{ disabled: !pair, loading: merge.isPending }}
      onOk={() => merge.mutate()}
    >
      <ProblemAlert error={found.error ?? merge.error} style={{ marginBottom: 12 }} />
      <p className={styles.hint}>{t('bulk.merging.text')}</p>
      {!pair && !found.error && <Bars rows={6} />}
      {pair && (
        <table className={styles.merge}>
          <thead>
            <tr>
              <td>
                <span className="visually-hidden">{t('bulk.merging.field')}</span>
              </td>
              {pair.map((record, side) => (
                <th key={record.id} scope="col">
                  <Radio
                    name="kept"
                    checked={kept === side}
                    onChange={() => {
                      setKept(side);
                      setChosen({});
                    }}
                  >
                    <span className={styles.who}>{record.name}</span>
                    <span className={styles.fate}>
                      {t(kept === side ? 'bulk.merging.kept' : 'bulk.merging.goes')}
                    </span>
                  </Radio>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map(column => (
              <tr key={column.key}>
                <th scope="row">{column.label}</th>
                {pair.map((record, side) => (
                  <td key={record.id}>
                    <Radio
                      name={column.key}
                      aria-label={`${column.label}: ${record.name}`}
                      checked={sideOf(column.key) === side}
                      onChange={() => setChosen(now => ({ ...now, [column.key]: side }))}
                    >
                      <Value column={column} value={valueOf(record, column.key)} />
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pair && asked.length > differing.length && (
        <p className={styles.hint}>
          {t('bulk.merging.same', { number: asked.length - differing.length })} ·{' '}
          {t('bulk.merging.confirm', { gone: pair[1 - kept]!.name, kept: pair[kept]!.name })}
        </p>
      )}
    </Modal>
  );
}
