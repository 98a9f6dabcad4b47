import './texts';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, InputNumber, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormProblem, useSubmit } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { backupsKey, type Schedule } from './data';
import styles from './backups.module.css';

type Values = { enabled: boolean; at: Dayjs; daily: number; weekly: number };

/** When backups are made by themselves, and how many of these stay. */
export function ScheduleForm({ stored }: { stored: Schedule }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [dirty, setDirty] = useState(false);
  const submit = useSubmit(form, ({ at, ...rest }: Values) =>
    http.put<Schedule>('/api/backups/schedule', {
      ...rest,
      at: at.format('HH:mm'),
      version: stored.version,
    } satisfies Document<'BackupScheduleChange'>),
  );
  return (
    <section className={styles.part} aria-label={t('backups.schedule.title')}>
      <h2>{t('backups.schedule.title')}</h2>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.schedule ?? ''}
        initialValues={{ ...stored, at: dayjs(`2000-01-01T${stored.at}`) }}
        onValuesChange={() => setDirty(true)}
        onFinish={values =>
          submit.mutate(values, {
            onSettled: () => void client.invalidateQueries({ queryKey: backupsKey }),
          })
        }
      >
        <Form.Item name="enabled" label={t('backups.schedule.enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="at" label={t('backups.schedule.at')} extra={t('backups.schedule.atHint')}>
          <TimePicker format="HH:mm" allowClear={false} needConfirm={false} />
        </Form.Item>
        <Form.Item name="daily" label={t('backups.schedule.daily')}>
          <InputNumber min={1} max={366} precision={0} />
        </Form.Item>
        <Form.Item
          name="weekly"
          label={t('backups.schedule.weekly')}
          extra={t('backups.schedule.weeklyHint')}
        >
          <InputNumber min={0} max={520} precision={0} />
        </Form.Item>
        <Button htmlType="submit" className={styles.save ?? ''} loading={submit.isPending} disabled={!dirty}>
          {t('common.save')}
        </Button>
      </Form>
      <FormProblem error={submit.error} homeless={submit.homeless} />
      <p className={styles.text}>{t('backups.schedule.text')}</p>
      <Last schedule={stored} />
    </section>
  );
}

function Last({ schedule: { doneOn, triedAt, failed } }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {failed && triedAt && (
        <Alert
          type="error"
          showIcon
          title={t('backups.schedule.failed', { when: format.instant(triedAt), why: failed })}
          style={{ marginBottom: 8 }}
        />
      )}
      <p className={styles.text}>
        {doneOn ? t('backups.schedule.done', { day: format.day(doneOn) }) : t('backups.schedule.never')}
      </p>
    </>
  );
}
