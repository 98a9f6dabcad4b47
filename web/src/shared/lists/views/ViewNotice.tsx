import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChangeQuery } from '../query';
import type { Standing } from './standing';

/** Says what of a view cannot be used, and offers the way on. */
export function ViewNotice({ now, change }: { now: Standing; change: ChangeQuery }) {
  const { t } = useTranslation();
  const unfit = now.saved?.unfit;
  if (!unfit) return null;
  const list = (labels: string[]) => labels.join(t('common.separator'));
  if (now.blocked) {
    return (
      <Alert
        type="warning"
        showIcon
        banner
        title={t('lists.saved.unfitConditions', { labels: list(unfit.conditions) })}
        action={
          <Button size="small" onClick={() => change({ filter: unfit.remaining })}>
            {t('lists.saved.takeOut')}
          </Button>
        }
      />
    );
  }
  if (unfit.columns.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      banner
      closable
      title={t('lists.saved.unfitColumns', { labels: list(unfit.columns) })}
    />
  );
}
