import './texts';
import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import type { EventType, Webhook } from './data';

type Values = Pick<Document<'EnteredEndpoint'>, 'name' | 'url' | 'types' | 'enabled'>;
type Made = Document<'NewSecret'> | null;

type Props = {
  open: boolean;
  /** The one that is changed; nothing for a new one. */
  webhook: Webhook | null;
  types: EventType[];
  onClose: () => void;
  onSaved: (made: Made) => void;
};

/** Where messages go, and which. */
export function EndpointForm({ open, webhook, types, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const required = { required: true, message: t('webhooks.required') };
  const groups = [...new Set(types.map(({ group }) => group))];
  return (
    <FormDrawer<Values, Made>
      open={open}
      title={webhook ? t('webhooks.edit') : t('webhooks.create')}
      onClose={onClose}
      initial={webhook ?? { enabled: true, types: [] }}
      save={async (values, idempotencyKey) => {
        const body = { ...values, version: webhook?.version ?? null } satisfies Document<'EnteredEndpoint'>;
        if (!webhook) return http.post<Document<'NewSecret'>>('/api/webhooks', body, { idempotencyKey });
        await http.put(`/api/webhooks/${webhook.id}`, body);
        return null;
      }}
      onSaved={onSaved}
    >
      <Form.Item name="name" label={t('webhooks.name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="url" label={t('webhooks.url')} extra={t('webhooks.urlHint')} rules={[required]}>
        <Input maxLength={500} inputMode="url" />
      </Form.Item>
      <Form.Item name="types" label={t('webhooks.types')} rules={[required]}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={groups.map(group => ({
            label: group,
            options: types
              .filter(type => type.group === group)
              .map(type => ({
                value: type.name,
                label: t('webhooks.type', { group, label: type.label }),
              })),
          }))}
        />
      </Form.Item>
      <Form.Item name="enabled" label={t('webhooks.on')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
