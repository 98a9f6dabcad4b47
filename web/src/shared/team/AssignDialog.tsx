import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document, Ref } from '@/shared/api';
import { PersonSelect } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { ProblemAlert } from '@/shared/ui';

/** What became of records that were to change hands. */
export type Handed = Document<'AssignedOpportunities'>;

type Props = {
  open: boolean;
  onClose: () => void;
  /** What is handed over, in words: one record by name, or how many of what. */
  what: string;
  assign: (owner: string) => Promise<Handed>;
  /** After something changed hands. */
  onDone: () => void;
};

/** Hands records over to another owner and says what became of them. */
export function AssignDialog(props: Props) {
  return props.open ? <Opened {...props} /> : null;
}

function Opened({ onClose, what, assign, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [owner, setOwner] = useState<Ref | null>(null);
  const send = useMutation({ mutationFn: (id: string) => assign(id), onSuccess: onDone });
  const report = send.data;
  const count = (number: number) => format.exactNumber(number);
  return (
    <Modal
      open
      title={t('team.assignTitle')}
      onCancel={onClose}
      {...(report
        ? { cancelButtonProps: { style: { display: 'none' } }, okText: t('common.close'), onOk: onClose }
        : {
            okText: t('team.assign'),
            okButtonProps: { disabled: owner === null, loading: send.isPending },
            onOk: () => owner && send.mutate(owner.id),
          })}
    >
      {report ? (
        <div role="status">
          <ul style={{ padding: '0 0 0 18px' }} className="numbers">
            <li>{t('team.changed', { number: count(report.changed), name: owner?.name ?? '' })}</li>
            {report.unchanged > 0 && <li>{t('team.unchanged', { number: count(report.unchanged) })}</li>}
            {report.refused > 0 && <li>{t('team.refused', { number: count(report.refused) })}</li>}
          </ul>
        </div>
      ) : (
        <>
          <ProblemAlert error={send.error} style={{ marginBottom: 12 }} />
          <p style={{ marginBottom: 12 }}>{t('team.assignWhat', { what })}</p>
          <PersonSelect
            aria-label={t('team.newOwner')}
            value={owner?.id ?? null}
            onChange={(_, ref) => setOwner(ref)}
          />
        </>
      )}
    </Modal>
  );
}
