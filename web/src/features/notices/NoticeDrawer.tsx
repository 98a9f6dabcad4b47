import { Drawer } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { NoticeList } from '@/shared/notices';
import { usePhone } from '@/shared/ui';

/** Notices beside whatever page is open. */
export default function NoticeDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('notices.title')}
      size={phone ? '100%' : 440}
      destroyOnHidden
      extra={
        <Link to="/notices" onClick={onClose}>
          {t('notices.page')}
        </Link>
      }
    >
      <NoticeList onOpen={onClose} />
    </Drawer>
  );
}
