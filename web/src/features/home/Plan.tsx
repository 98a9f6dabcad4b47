import { PlusOutlined } from '@/shared/ui/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { Due, TaskDrawer, TaskTick } from '@/shared/followups';
import { useFormat } from '@/shared/i18n';
import { listHref, plain, useRows } from '@/shared/lists';
import { plan } from './queues';
import { Tile } from './Tile';
import styles from './home.module.css';

/** Today's tasks and those left over, to be ticked off here. */
export function Plan() {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const rows = useRows('tasks', {
    filter: plan,
    sort: 'dueOn',
    size: 12,
    columns: ['title', 'dueOn', 'priority', 'customer', 'opportunity', 'doneAt'],
  });
  return (
    <div>
      <Tile
        title={t('home.plan')}
        count={rows.data && format.exactNumber(rows.data.total)}
        href={listHref('/tasks', { filter: plan })}
        error={rows.error}
        onRetry={() => void rows.refetch()}
        loading={!rows.data}
        empty={t('home.planNone')}
        action={
          can('activities:create') && (
            <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('home.addTask')}
            </Button>
          )
        }
      >
        {(rows.data?.rows ?? []).map(({ id, cells }) => {
          const title = plain(cells['title']);
          const due = cells['dueOn'];
          return (
            <li key={id} className={styles.task}>
              {can('activities:edit') && <TaskTick id={id} title={title} done={cells['doneAt'] != null} />}
              <span className={styles.name}>
                <Link to={`/tasks?open=${id}`} title={title}>
                  {title}
                </Link>
                <small>{plain(cells['customer']) || plain(cells['opportunity'])}</small>
              </span>
              <span className={styles.aside}>
                {typeof due === 'string' && <Due on={due} />}
                {cells['priority'] === 'HIGH' && <small className={styles.urgent}>{t('home.urgent')}</small>}
              </span>
            </li>
          );
        })}
      </Tile>
      <TaskDrawer open={adding} onClose={() => setAdding(false)} />
    </div>
  );
}
