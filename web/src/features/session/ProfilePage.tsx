import { Alert, Button, Form, Input, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useMe, useSession, type Document } from '@/shared/api';
import { useChangeLanguage } from '@/shared/api/language';
import { useChangeTheme } from '@/shared/api/theme';
import { FormProblem, useSubmit } from '@/shared/forms';
import { themes } from '@/shared/theme/choice';
import { Bars, ProblemAlert } from '@/shared/ui';
import { OwnSessions } from './OwnSessions';
import { SecondFactor } from './SecondFactor';
import { Tokens } from './Tokens';
import styles from './session.module.css';

const NoticePreferences = lazy(() => import('@/shared/notices/Preferences'));

/** One's own account: language, light or dark, password, second factor, what one is told, sessions, tokens. */
export default function ProfilePage() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const passwords = useSession().data?.passwords;
  const language = useChangeLanguage();
  const theme = useChangeTheme();
  if (!me) return null;
  return (
    <div className={styles.profile}>
      <h1>{t('session.profile.title')}</h1>
      <section>
        <h2>{t('session.profile.account')}</h2>
        <dl className={styles.facts}>
          <dt>{t('session.profile.name')}</dt>
          <dd>{me.name}</dd>
          <dt>{t('session.username')}</dt>
          <dd>{me.username}</dd>
          <dt>{t('session.profile.unit')}</dt>
          <dd>{me.unit?.name ?? t('common.dash')}</dd>
          <dt>{t('session.profile.position')}</dt>
          <dd>{me.title ?? t('common.dash')}</dd>
          <dt>{t('session.profile.language')}</dt>
          <dd>
            <Segmented
              aria-label={t('session.profile.language')}
              value={i18n.language}
              disabled={language.isPending}
              onChange={value => language.mutate(value === 'en' ? 'en' : 'zh-CN')}
              options={(['zh-CN', 'en'] as const).map(value => ({
                value,
                // Each language is named in itself, which is what the other one's switch says.
                label: i18n.t('shell.language', { lng: value === 'en' ? 'zh-CN' : 'en' }),
              }))}
            />
          </dd>
          <dt>{t('session.profile.theme')}</dt>
          <dd>
            <Segmented
              aria-label={t('session.profile.theme')}
              value={me.theme}
              disabled={theme.isPending}
              onChange={value => theme.mutate(value)}
              options={themes.map(value => ({ value, label: t(`session.profile.themes.${value}`) }))}
            />
          </dd>
        </dl>
        <ProblemAlert error={language.error ?? theme.error} style={{ marginTop: 12 }} />
      </section>
      {passwords && <Password />}
      {passwords && <SecondFactor />}
      <Suspense fallback={<Bars rows={4} />}>
        <NoticePreferences />
      </Suspense>
      <OwnSessions />
      <Tokens />
    </div>
  );
}

type Change = Document<'ChangePassword'> & { repeat: string };

function Password() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Change>();
  const [changed, setChanged] = useState(false);
  const shortest = useSession().data?.shortestPassword ?? 0;
  const submit = useSubmit(form, ({ current, next }: Change) =>
    http.put('/api/me/password', { current, next } satisfies Document<'ChangePassword'>),
  );
  const required = { required: true, message: t('session.profile.required') };
  return (
    <section>
      <h2>{t('session.profile.password')}</h2>
      <Form<Change>
        form={form}
        className={styles.password}
        layout="vertical"
        requiredMark={false}
        onValuesChange={() => setChanged(false)}
        onFinish={values =>
          submit.mutate(values, {
            onSuccess: () => {
              form.resetFields();
              setChanged(true);
            },
          })
        }
      >
        {changed && (
          <Alert type="success" showIcon title={t('session.profile.changed')} style={{ marginBottom: 16 }} />
        )}
        <FormProblem error={submit.error} homeless={submit.homeless} />
        <Form.Item name="current" label={t('session.profile.current')} rules={[required]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('session.profile.next')}
          extra={t('session.profile.nextExtra', { number: shortest })}
          rules={[required]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={t('session.profile.repeat')}
          dependencies={['next']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('session.profile.mismatch'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={submit.isPending}>
          {t('session.profile.password')}
        </Button>
      </Form>
    </section>
  );
}
