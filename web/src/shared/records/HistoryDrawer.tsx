import { Button, Drawer, type ButtonProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@/shared/ui';
import { RecordHistory, type Told } from './RecordHistory';

/** What a history is of, and what that is called. */
export type HistoryOf = Told & { name: string };

/** The history of something that has no page of its own; asked for once the drawer is open. */
export function HistoryDrawer({ of, onClose }: { of: HistoryOf | null; onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  // While it closes it still shows what it was opened for.
  const [last, setLast] = useState(of);
  if (of && of !== last) setLast(of);
  const shown = of ?? last;
  return (
    <Drawer
      open={of !== null}
      onClose={onClose}
      title={shown && t('records.historyOf', { name: shown.name })}
      size={phone ? '100%' : 480}
      mask={{ blur: false }}
      destroyOnHidden
    >
      {shown && <RecordHistory list={shown.list} id={shown.id} />}
    </Drawer>
  );
}

/** Opens the history beside whatever it is of. */
export function HistoryButton({ of, ...button }: { of: HistoryOf } & Pick<ButtonProps, 'size' | 'type'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<HistoryOf | null>(null);
  return (
    <>
      <Button {...button} aria-label={t('records.historyOf', { name: of.name })} onClick={() => setOpen(of)}>
        {t('records.history')}
      </Button>
      <HistoryDrawer of={open} onClose={() => setOpen(null)} />
    </>
  );
}
