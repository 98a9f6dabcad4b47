import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import type { Selection } from '@/shared/lists/BulkBar';
import { ProblemAlert, usePhone } from '@/shared/ui';
import { CloseOutlined } from '@/shared/ui/icons';
import { BulkResult } from './BulkResult';
import { startBulk, type Raw } from './data';
import { FieldInput } from './FieldInput';
import styles from './bulk.module.css';

type Props = { list: string; selection: Selection; onClose: () => void };

/** Sets some fields to the same of many records. */
export function BulkEdit({ list, selection, columns, onClose }: Props & { columns: Column[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const [values, setValues] = useState<Record<string, Raw>>({});
  const start = useMutation({ mutationFn: () => startBulk(list, 'edit', selection, values) });
  const chosen = columns.filter(({ key }) => key in values);
  const number = format.exactNumber(selection.count);
  const drop = (key: string) =>
    setValues(now => Object.fromEntries(Object.entries(now).filter(([one]) => one !== key)));
  return (
    <Drawer
      open
      size={phone ? '100%' : 560}
      title={start.data ? t('bulk.resultTitle') : t('bulk.editTitle', { number })}
      onClose={onClose}
      footer={
        start.data ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {t('bulk.apply', { number })}
          </Button>
        )
      }
    >
      {start.data ? (
        <BulkResult job={start.data.job} />
      ) : (
        <>
          <ProblemAlert error={start.error} style={{ marginBottom: 12 }} />
          <div className={styles.rows}>
            {chosen.map(column => (
              <div key={column.key} className={styles.row}>
                <span>{column.label}</span>
                <FieldInput
                  column={column}
                  value={values[column.key] ?? null}
                  onChange={value => setValues(now => ({ ...now, [column.key]: value }))}
                />
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={`${t('common.delete')} ${column.label}`}
                  onClick={() => drop(column.key)}
                />
              </div>
            ))}
            <Select<string>
              aria-label={t('bulk.fields')}
              placeholder={t('bulk.addField')}
              showSearch={{ optionFilterProp: 'label' }}
              value={null!}
              options={columns
                .filter(({ key }) => !(key in values))
                .map(({ key, label }) => ({ value: key, label }))}
              onChange={key => setValues(now => ({ ...now, [key]: null }))}
            />
          </div>
          {chosen.length > 0 && <p className={styles.hint}>{t('bulk.leaveEmpty')}</p>}
        </>
      )}
    </Drawer>
  );
}

/** Does one thing to many records, once that is confirmed. */
export function BulkConfirm(
  props: Props & { action: string; title: string; text: string; ok: string; danger?: boolean },
) {
  const { list, selection, action, title, text, ok, danger = false, onClose } = props;
  const { t } = useTranslation();
  const start = useMutation({ mutationFn: () => startBulk(list, action, selection) });
  return (
    <Modal
      open
      title={start.data ? t('bulk.resultTitle') : title}
      onCancel={onClose}
      width={560}
      {...(start.data
        ? { cancelButtonProps: { style: { display: 'none' } }, okText: t('common.close'), onOk: onClose }
        : {
            okText: ok,
            okButtonProps: { danger, loading: start.isPending },
            onOk: () => start.mutate(),
          })}
    >
      {start.data ? (
        <BulkResult job={start.data.job} />
      ) : (
        <>
          <ProblemAlert error={start.error} style={{ marginBottom: 12 }} />
          <p>{text}</p>
        </>
      )}
    </Modal>
  );
}
