import './texts';
import { Button, Drawer, Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert, usePhone } from '@/shared/ui';
import { useAct, useDeliveries, type Delivery, type DeliveryState, type Webhook } from './data';
import styles from './webhooks.module.css';

const states: readonly (DeliveryState | 'ALL')[] = ['ALL', 'WAITING', 'DEAD', 'DONE'];

/** What was sent to an endpoint, each attempt with its answer, and sending it again. */
export function DeliveriesDrawer({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [state, setState] = useState<DeliveryState | 'ALL'>('ALL');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useDeliveries(
    webhook.id,
    state === 'ALL' ? null : state,
  );
  const act = useAct();
  const deliveries = data?.pages.flatMap(page => page.deliveries) ?? [];
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('webhooks.deliveries.title', { name: webhook.name })}
      size={phone ? '100%' : 720}
    >
      <div className={styles.tools}>
        <Segmented<DeliveryState | 'ALL'>
          aria-label={t('webhooks.deliveries.which')}
          value={state}
          onChange={setState}
          options={states.map(value => ({ value, label: t(`webhooks.deliveries.state.${value}`) }))}
        />
        <Button loading={act.isPending} onClick={() => act.mutate({ path: `${webhook.id}/test` })}>
          {t('webhooks.test')}
        </Button>
        <Button disabled={webhook.dead === 0} onClick={() => act.mutate({ path: `${webhook.id}/replay` })}>
          {t('webhooks.replayAll', { number: webhook.dead })}
        </Button>
      </div>
      <ProblemAlert error={error ?? act.error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={6} />}
      {data && deliveries.length === 0 && <Blank title={t('webhooks.deliveries.none')} />}
      {deliveries.length > 0 && (
        <ul className={styles.deliveries} aria-label={t('webhooks.deliveries.open')}>
          {deliveries.map(delivery => (
            <Line
              key={delivery.id}
              delivery={delivery}
              onReplay={() => act.mutate({ path: `deliveries/${delivery.id}/replay` })}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('webhooks.deliveries.more')}
        </Button>
      )}
    </Drawer>
  );
}

function Line({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <details>
        <summary>
          <Tag className={styles.state ?? ''} data-state={delivery.state}>
            {t(`webhooks.deliveries.state.${delivery.state}`)}
          </Tag>
          <code>{delivery.type}</code> <small>{format.instant(delivery.at)}</small>
        </summary>
        <p className={styles.text}>
          <code>{delivery.message}</code>
          {delivery.dueAt && ` · ${t('webhooks.deliveries.dueAt', { when: format.instant(delivery.dueAt) })}`}
        </p>
        <pre tabIndex={0}>{delivery.body}</pre>
        {delivery.attempts.length > 0 && (
          <div tabIndex={0} role="group" aria-label={t('webhooks.deliveries.attempts')}>
            <Table
              size="small"
              rowKey="at"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={delivery.attempts}
              columns={[
                { title: t('webhooks.deliveries.at'), render: (_, { at }) => format.instant(at) },
                {
                  title: t('webhooks.deliveries.status'),
                  render: (_, { status }) => status ?? t('common.dash'),
                },
                { title: t('webhooks.deliveries.millis'), dataIndex: 'millis', align: 'right' },
                {
                  title: t('webhooks.deliveries.answer'),
                  render: (_, { answer, problem }) => (
                    <span className={styles.answer}>{problem ?? answer}</span>
                  ),
                },
              ]}
            />
          </div>
        )}
        {delivery.state !== 'WAITING' && (
          <Button size="small" onClick={onReplay} style={{ marginTop: 8 }}>
            {t('webhooks.replay')}
          </Button>
        )}
      </details>
    </li>
  );
}
