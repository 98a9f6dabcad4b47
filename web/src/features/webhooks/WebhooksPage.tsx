import './texts';
import { Alert, App, Button, Modal, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { PlusOutlined } from '@/shared/ui/icons';
import { useAct, useRefresh, useWebhooks, type Webhook } from './data';
import { DeliveriesDrawer } from './DeliveriesDrawer';
import { EndpointForm } from './EndpointForm';
import styles from './webhooks.module.css';

/** For administrators: which other systems are told what happens here, and whether it reaches them. */
export default function WebhooksPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useWebhooks();
  const refresh = useRefresh();
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [watched, setWatched] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const shown = data?.endpoints.find(({ id }) => id === watched);
  return (
    <article className={styles.page} aria-labelledby="webhooks">
      <header className={styles.head}>
        <h1 id="webhooks">{t('shell.page.webhooks')}</h1>
        <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t('webhooks.create')}
        </Button>
      </header>
      <p className={styles.text}>{t('webhooks.text')}</p>
      {data?.silent && (
        <Alert type="warning" showIcon title={t('webhooks.silent')} style={{ marginBottom: 12 }} />
      )}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={4} />}
      {data && data.endpoints.length === 0 && <Blank title={t('webhooks.none')} />}
      {data && data.endpoints.length > 0 && (
        <Endpoints
          all={data.endpoints}
          onEdit={setEditing}
          onWatch={({ id }) => setWatched(id)}
          onSecret={setSecret}
        />
      )}
      {data && (
        <EndpointForm
          open={editing !== null}
          webhook={editing === 'new' ? null : editing}
          types={data.types}
          onClose={() => setEditing(null)}
          onSaved={made => {
            if (made) setSecret(made.secret);
            void refresh();
          }}
        />
      )}
      {shown && <DeliveriesDrawer webhook={shown} onClose={() => setWatched(null)} />}
      <Modal
        open={secret !== null}
        title={t('webhooks.secret.title')}
        onCancel={() => setSecret(null)}
        footer={<Button onClick={() => setSecret(null)}>{t('common.close')}</Button>}
      >
        <p className={styles.text}>{t('webhooks.secret.once')}</p>
        <Typography.Text code copyable>
          {secret}
        </Typography.Text>
      </Modal>
    </article>
  );
}

type EndpointsProps = {
  all: Webhook[];
  onEdit: (webhook: Webhook) => void;
  onWatch: (webhook: Webhook) => void;
  onSecret: (secret: string) => void;
};

function Endpoints({ all, onEdit, onWatch, onSecret }: EndpointsProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const act = useAct();
  const renew = useAct<Document<'NewSecret'>>();
  const ask = (title: string, content: string, work: () => Promise<unknown>, danger = false) =>
    void modal.confirm({
      title,
      content,
      okText: title,
      okButtonProps: { danger },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => work().catch(() => undefined),
    });
  return (
    <>
      <ProblemAlert error={act.error ?? renew.error} style={{ marginBottom: 12 }} />
      <div tabIndex={0} role="group" aria-label={t('shell.page.webhooks')}>
        <Table<Webhook>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={all}
          columns={[
            {
              title: t('webhooks.name'),
              render: (_, one) => (
                <div className={styles.name}>
                  <button type="button" onClick={() => onWatch(one)}>
                    {one.name}
                  </button>
                  <small>{one.url}</small>
                </div>
              ),
            },
            { title: t('webhooks.state'), render: (_, one) => <State webhook={one} /> },
            { title: t('webhooks.waiting'), dataIndex: 'waiting', align: 'right' },
            { title: t('webhooks.dead'), dataIndex: 'dead', align: 'right' },
            {
              key: 'actions',
              align: 'right',
              render: (_, one) => (
                <div className={styles.actions}>
                  <Button size="small" onClick={() => onWatch(one)}>
                    {t('webhooks.deliveries.open')}
                  </Button>
                  <Button size="small" onClick={() => onEdit(one)}>
                    {t('webhooks.edit')}
                  </Button>
                  <Button
                    size="small"
                    onClick={() =>
                      ask(t('webhooks.secret.renew'), t('webhooks.secret.renewText'), () =>
                        renew
                          .mutateAsync({ path: `${one.id}/secret` })
                          .then(({ secret }) => onSecret(secret)),
                      )
                    }
                  >
                    {t('webhooks.secret.renew')}
                  </Button>
                  <Button
                    size="small"
                    danger
                    onClick={() =>
                      ask(
                        t('webhooks.remove'),
                        t('webhooks.removeText', { name: one.name }),
                        () => act.mutateAsync({ path: one.id, remove: true }),
                        true,
                      )
                    }
                  >
                    {t('webhooks.remove')}
                  </Button>
                </div>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}

function State({ webhook: { enabled, disabledBecause, failingSince } }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!enabled) {
    return (
      <span>
        <Tag>{t('webhooks.off')}</Tag>
        {disabledBecause && <small>{t('webhooks.because', { why: disabledBecause })}</small>}
      </span>
    );
  }
  return failingSince ? (
    <span>
      <Tag className={styles.state ?? ''} data-state="DEAD">
        {t('webhooks.failing')}
      </Tag>
      <small>{t('webhooks.since', { when: format.instant(failingSince) })}</small>
    </span>
  ) : (
    <Tag className={styles.state ?? ''} data-state="DONE">
      {t('webhooks.on')}
    </Tag>
  );
}
