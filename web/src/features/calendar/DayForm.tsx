import { App, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { byWeek, yearKey, type Told, type Year } from './data';

type Values = { works: 'on' | 'off' | 'week'; nameZh?: string; nameEn?: string };

/** What one day is; one that is not told apart offers the opposite of what its weekday says. */
export function DayForm({ day, told, onClose }: { day: string; told: Told | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const year = Number(day.slice(0, 4));
  const changed = () => {
    void client.invalidateQueries({ queryKey: yearKey(year) });
    void client.invalidateQueries({ queryKey: ['history', 'calendar'] });
  };
  const works = told ? told.works : !byWeek(day);
  return (
    <FormDrawer<Values, Year>
      open
      title={t('calendar.edit', { day })}
      onClose={onClose}
      initial={{ works: works ? 'on' : 'off', nameZh: told?.nameZh ?? '', nameEn: told?.nameEn ?? '' }}
      save={values =>
        http.put<Year>(`/api/calendar/days/${day}`, {
          works: values.works === 'week' ? null : values.works === 'on',
          nameZh: values.nameZh ?? null,
          nameEn: values.nameEn ?? null,
          version: told?.version ?? 0,
        } satisfies Document<'TellDay'>)
      }
      onStale={() => {
        void message.error(t('calendar.stale'));
        changed();
      }}
      onSaved={now => {
        client.setQueryData(yearKey(year), now);
        changed();
        void message.success(t('calendar.saved', { day }));
      }}
    >
      <Form.Item name="works" label={t('calendar.arrangement')} rules={[{ required: true }]}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'off', label: t('calendar.rests') },
            { value: 'on', label: t('calendar.works') },
            { value: 'week', label: t('calendar.byWeek') },
          ]}
        />
      </Form.Item>
      <Form.Item name="nameZh" label={t('calendar.nameZh')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('calendar.nameEn')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDrawer>
  );
}
