import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@/shared/ui';

type Props = {
  title: string;
  /** The record shown. */
  open: string | null;
  /** Its own page, where it has one. */
  path: string | null;
  view: (record: { id: string; onClose: () => void }) => ReactNode;
  onClose: () => void;
};

/** A look at one record with the list in sight. */
export function RecordDrawer({ title, open, path, view, onClose }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <Drawer
      open={open !== null}
      onClose={onClose}
      size={phone ? '100%' : 720}
      destroyOnHidden
      mask={{ blur: false }}
      title={title}
      extra={path && <Link to={path}>{t('records.open')}</Link>}
    >
      {open && view({ id: open, onClose })}
    </Drawer>
  );
}
