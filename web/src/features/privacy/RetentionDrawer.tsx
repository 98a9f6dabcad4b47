import { App, Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, useCan } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { usePrivacyChanged, type Retention } from '@/shared/privacy/data';
import styles from '@/shared/privacy/privacy.module.css';

type Values = { months: number | null; automatic: boolean };

/** For how long contacts are kept. */
export function RetentionDrawer({
  open,
  retention,
  onClose,
}: {
  open: boolean;
  retention: Retention;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const can = useCan();
  const { message } = App.useApp();
  const changed = usePrivacyChanged();
  const may = can('privacy:erase');
  return (
    <FormDrawer<Values, Retention>
      open={open}
      title={t('privacy.rule')}
      onClose={onClose}
      initial={{ months: retention.months, automatic: retention.automatic }}
      save={({ months, automatic }) =>
        http.put<Retention>('/api/retention', {
          months: months ?? null,
          automatic: months ? automatic : false,
          version: retention.version,
        })
      }
      onStale={() => {
        void message.error(t('privacy.stale'));
        void changed();
      }}
      onSaved={() => {
        void changed();
        void message.success(t('privacy.saved'));
      }}
    >
      <p className={styles.text}>{t('privacy.ruleText')}</p>
      <Form.Item name="months" label={t('privacy.months')} extra={t('privacy.monthsHint')}>
        <InputNumber min={1} max={600} precision={0} disabled={!may} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item shouldUpdate={(before, after) => before.months !== after.months} noStyle>
        {({ getFieldValue }) => (
          <Form.Item name="automatic" valuePropName="checked" extra={t('privacy.automaticHint')}>
            <Checkbox disabled={!may || !getFieldValue('months')}>{t('privacy.automatic')}</Checkbox>
          </Form.Item>
        )}
      </Form.Item>
    </FormDrawer>
  );
}
