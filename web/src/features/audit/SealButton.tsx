import './texts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { SafetyOutlined } from '@/shared/ui/icons';

export const sealKey = ['audit', 'seal'];

export const useSeal = () =>
  useQuery({
    queryKey: sealKey,
    queryFn: ({ signal }) => http.get<Document<'AuditSeal'>>('/api/audit/seal', { signal }),
  });

const SealDrawer = lazy(async () => ({ default: (await import('./SealDrawer')).SealDrawer }));

/** Opens the state of the seal on the log; red when it was found broken. */
export function SealButton() {
  const { t } = useTranslation();
  const { data } = useSeal();
  const [opened, setOpened] = useState(false);
  const [open, setOpen] = useState(false);
  const broken = (data?.verified?.found ?? 0) > 0;
  return (
    <>
      <Button
        icon={<SafetyOutlined />}
        danger={broken}
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        {t(broken ? 'audit.seal.broken' : 'audit.seal.title')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <SealDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
