import './texts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { ListPage } from '@/shared/lists';
import { PlusOutlined } from '@/shared/ui/icons';

/** What leavers had in hand, and who has it now. */
export default function HandoversPage() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <ListPage
      list="handovers"
      actions={
        can('handovers:run') && (
          <Link to="/handovers/new">
            <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
              {t('handovers.new')}
            </Button>
          </Link>
        )
      }
    />
  );
}
