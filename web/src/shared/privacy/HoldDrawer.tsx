import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { usePrivacyChanged, type Hold } from './data';

type Values = Document<'SaveRetentionHold'>;

/** Keeps a contact on, although it was kept for long enough. */
export function HoldDrawer({
  contact,
  name,
  hold,
  onClose,
}: {
  contact: string;
  name: string;
  hold: Hold | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = usePrivacyChanged();
  const required = { required: true, message: t('privacy.required') };
  return (
    <FormDrawer<Values, void>
      open
      title={t('privacy.keepOf', { name })}
      onClose={onClose}
      initial={hold ? { until: hold.until, reason: hold.reason } : {}}
      save={values => http.put<void>(`/api/contacts/${contact}/hold`, values)}
      onStale={() => void changed()}
      onSaved={() => {
        void changed();
        void message.success(t('privacy.kept'));
      }}
    >
      <Form.Item name="until" label={t('privacy.until')} rules={[required]}>
        <DateInput allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('privacy.keepReason')} rules={[required]}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  );
}
