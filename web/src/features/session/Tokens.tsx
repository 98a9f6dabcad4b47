import { PlusOutlined } from '@/shared/ui/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Modal, Select, Table, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useMe, type AccessToken, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import { useScopeLabel } from './scopes';
import styles from './session.module.css';

type Values = Omit<Document<'CreateToken'>, 'expiresOn'> & { expiresOn: Dayjs };
const tokensKey = ['me', 'tokens'];

/** Personal tokens for programs. */
export function Tokens() {
  const { t } = useTranslation();
  const me = useMe();
  const labelOf = useScopeLabel();
  const format = useFormat();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const tokens = useQuery({
    queryKey: tokensKey,
    queryFn: ({ signal }) => http.get<AccessToken[]>('/api/me/tokens', { signal }),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => http.delete(`/api/me/tokens/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: tokensKey }),
  });
  const required = { required: true, message: t('session.profile.required') };

  return (
    <section>
      <h2>{t('session.tokens.title')}</h2>
      <p className={styles.hint}>{t('session.tokens.hint')}</p>
      <ProblemAlert error={tokens.error ?? revoke.error} onRetry={() => void tokens.refetch()} />
      {tokens.isPending && <Bars rows={2} />}
      {tokens.data && tokens.data.length > 0 && (
        <Table<AccessToken>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={tokens.data}
          columns={[
            { title: t('session.tokens.name'), dataIndex: 'name' },
            {
              title: t('session.tokens.scopes'),
              render: (_, { scopes }) => scopes.map(labelOf).join(t('common.separator')),
            },
            { title: t('session.tokens.expiresOn'), dataIndex: 'expiresOn' },
            {
              title: t('session.tokens.lastUsedAt'),
              render: (_, one) =>
                one.lastUsedAt ? format.instant(one.lastUsedAt) : t('session.tokens.never'),
            },
            {
              key: 'revoke',
              align: 'right',
              render: (_, { id, name }) => (
                <Button
                  size="small"
                  danger
                  onClick={() =>
                    void modal.confirm({
                      title: t('session.tokens.revoke'),
                      content: t('session.tokens.revokeConfirm', { name }),
                      okText: t('session.tokens.revoke'),
                      okButtonProps: { danger: true },
                      focusable: { autoFocusButton: 'cancel' },
                      onOk: () => revoke.mutateAsync(id).catch(() => undefined),
                    })
                  }
                >
                  {t('session.tokens.revoke')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {tokens.data?.length === 0 && <p className={styles.hint}>{t('session.tokens.empty')}</p>}
      <Button icon={<PlusOutlined />} onClick={() => setCreating(true)} style={{ marginTop: 12 }}>
        {t('session.tokens.create')}
      </Button>
      <FormDrawer<Values, Document<'NewToken'>>
        open={creating}
        title={t('session.tokens.create')}
        onClose={() => setCreating(false)}
        initial={{ expiresOn: dayjs().add(90, 'day') }}
        save={({ expiresOn, ...rest }, idempotencyKey) =>
          http.post(
            '/api/me/tokens',
            { ...rest, expiresOn: expiresOn.format('YYYY-MM-DD') } satisfies Document<'CreateToken'>,
            { idempotencyKey },
          )
        }
        onSaved={({ token }) => {
          setShown(token);
          void client.invalidateQueries({ queryKey: tokensKey });
        }}
      >
        <Form.Item name="name" label={t('session.tokens.name')} rules={[required]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="scopes" label={t('session.tokens.scopes')} rules={[required]}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={Object.keys(me?.permissions ?? {}).map(value => ({
              value,
              label: labelOf(value),
            }))}
          />
        </Form.Item>
        <Form.Item name="expiresOn" label={t('session.tokens.expiresOn')} rules={[required]}>
          <DatePicker minDate={dayjs().add(1, 'day')} />
        </Form.Item>
      </FormDrawer>
      <Modal
        open={shown !== null}
        title={t('session.tokens.title')}
        onCancel={() => setShown(null)}
        footer={<Button onClick={() => setShown(null)}>{t('common.close')}</Button>}
      >
        <p className={styles.hint}>{t('session.tokens.once')}</p>
        <Typography.Text code copyable>
          {shown}
        </Typography.Text>
      </Modal>
    </section>
  );
}
