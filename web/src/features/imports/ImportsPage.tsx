import './texts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { ListPage } from '@/shared/lists';
import { PlusOutlined } from '@/shared/ui/icons';

export default function ImportsPage() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <ListPage
      list="imports"
      actions={
        can('imports:run') && (
          <Link to="/imports/new">
            <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
              {t('imports.new')}
            </Button>
          </Link>
        )
      }
    />
  );
}
