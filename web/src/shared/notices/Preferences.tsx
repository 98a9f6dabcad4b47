import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormProblem, useSubmit } from '@/shared/forms';
import { useLanguage } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './notices.module.css';

type Stored = Document<'NoticePreferences'>;
type Wanted = Record<string, Record<string, boolean>>;
type Times = { quietFrom: Dayjs | null; quietTo: Dayjs | null; digestAt: Dayjs | null };
const preferencesKey = ['me', 'notices'];

/** What one wants to be told, how and when. */
export default function Preferences() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: [...preferencesKey, language],
    queryFn: ({ signal }) => http.get<Stored>('/api/me/notices', { signal }),
  });
  return (
    <section aria-label={t('notices.preferences.title')}>
      <h2>{t('notices.preferences.title')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Bars rows={6} />}
      {data && <Chosen key={JSON.stringify(data)} stored={data} />}
    </section>
  );
}

function Chosen({ stored }: { stored: Stored }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Times>();
  const [wanted, setWanted] = useState<Wanted>(() =>
    Object.fromEntries(stored.kinds.map(kind => [kind.name, kind.wanted])),
  );
  const [dirty, setDirty] = useState(false);
  const submit = useSubmit(form, ({ quietFrom, quietTo, digestAt }: Times) =>
    http.put('/api/me/notices', {
      wanted,
      quietFrom: said(quietFrom),
      quietTo: said(quietTo),
      digestAt: said(digestAt),
    } satisfies Document<'SetNoticePreferences'>),
  );
  const mail = stored.channels.find(({ name }) => name === 'mail');
  const hint = stored.silent
    ? t('notices.preferences.silent')
    : !mail?.ready
      ? t('notices.preferences.noMail')
      : stored.address
        ? t('notices.preferences.to', { address: stored.address })
        : t('notices.preferences.noAddress');
  const zone = t('notices.preferences.zone', { zone: stored.timeZone });
  return (
    <Form<Times>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        quietFrom: asTime(stored.habit.quietFrom),
        quietTo: asTime(stored.habit.quietTo),
        digestAt: asTime(stored.habit.digestAt),
      }}
      onValuesChange={() => setDirty(true)}
      onFinish={values =>
        submit.mutate(values, {
          onSuccess: () => void client.invalidateQueries({ queryKey: preferencesKey }),
        })
      }
    >
      <p className={styles.hint}>{hint}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('notices.preferences.kinds')}>
        <table className={styles.kinds}>
          <thead>
            <tr>
              <th scope="col">{t('notices.preferences.kind')}</th>
              {stored.channels.map(channel => (
                <th key={channel.name} scope="col">
                  {channel.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stored.kinds.map(kind => (
              <tr key={kind.name}>
                <th scope="row">{kind.label}</th>
                {stored.channels.map(channel => (
                  <td key={channel.name}>
                    <Checkbox
                      aria-label={t('notices.preferences.by', { kind: kind.label, channel: channel.label })}
                      checked={wanted[kind.name]?.[channel.name] ?? false}
                      onChange={({ target }) => {
                        setWanted({
                          ...wanted,
                          [kind.name]: { ...wanted[kind.name], [channel.name]: target.checked },
                        });
                        setDirty(true);
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.times}>
        <Time name="quietFrom" label={t('notices.preferences.quietFrom')} />
        <Time name="quietTo" label={t('notices.preferences.quietTo')} />
        <Time name="digestAt" label={t('notices.preferences.digestAt')} />
      </div>
      <p className={styles.hint}>
        {t('notices.preferences.timesHint')} {zone}
      </p>
      {submit.isSuccess && !dirty && (
        <Alert type="success" showIcon title={t('notices.preferences.saved')} style={{ marginBottom: 12 }} />
      )}
      <FormProblem error={submit.error} homeless={submit.homeless} />
      <Button htmlType="submit" disabled={!dirty} loading={submit.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}

function Time({ name, label }: { name: keyof Times; label: string }) {
  return (
    <Form.Item name={name} label={label}>
      <TimePicker format="HH:mm" minuteStep={15} needConfirm={false} />
    </Form.Item>
  );
}

const asTime = (stored: string | null) => (stored ? dayjs(`2000-01-01T${stored}`) : null);
const said = (time: Dayjs | null) => time?.format('HH:mm') ?? null;
