import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';

type Pasted = Document<'PastedDays'>;

/** A year's arrangement at once, as it was announced. */
export function PasteForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return (
    <FormDrawer<{ text: string }, Pasted>
      open
      title={t('calendar.paste')}
      onClose={onClose}
      initial={{ text: '' }}
      save={({ text }) => http.post<Pasted>('/api/calendar/pasted', { text } satisfies Document<'PasteDays'>)}
      onSaved={({ changed }) => {
        void client.invalidateQueries({ queryKey: ['calendar'] });
        void client.invalidateQueries({ queryKey: ['history', 'calendar'] });
        void message.success(t('calendar.pasted', { count: changed }));
      }}
    >
      <Form.Item name="text" label={t('calendar.pasteLabel')} extra={t('calendar.pasteText')}>
        <Input.TextArea rows={14} placeholder={t('calendar.pasteExample')} />
      </Form.Item>
    </FormDrawer>
  );
}
