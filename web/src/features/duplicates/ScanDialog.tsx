import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { useRecordsChanged } from '@/shared/bulk/data';
import { JobProgress, ProblemAlert } from '@/shared/ui';

/** Starts the search and follows it. */
export function ScanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useRecordsChanged();
  const scan = useMutation({
    mutationFn: () => http.post<Document<'DuplicatesScan'>>('/api/duplicates/scans'),
  });
  return (
    <Modal
      open
      title={t('duplicates.scanTitle')}
      onCancel={onClose}
      {...(scan.data
        ? { cancelButtonProps: { style: { display: 'none' } }, okText: t('common.close'), onOk: onClose }
        : {
            okText: t('duplicates.scan'),
            okButtonProps: { loading: scan.isPending },
            onOk: () => scan.mutate(),
          })}
    >
      <ProblemAlert error={scan.error} style={{ marginBottom: 12 }} />
      {scan.data ? (
        <JobProgress id={scan.data.job} cancellable onDone={() => void changed()} />
      ) : (
        <p>{t('duplicates.scanText')}</p>
      )}
    </Modal>
  );
}
