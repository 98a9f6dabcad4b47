import { RightOutlined } from '@/shared/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { enter, http, isProblem, useSession, type Document, type Session } from '@/shared/api';
import { useChangeLanguage } from '@/shared/api/language';
import { FormProblem, useSubmit } from '@/shared/forms';
import { Seal } from '@/shared/ui';
import styles from './session.module.css';

type Credentials = Document<'Credentials'>;

/** The way in. The gate around it leads on once the session is there. */
export default function SignInPage() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const session = useSession().data;
  const language = useChangeLanguage();
  const [form] = Form.useForm<Credentials>();
  const signIn = useSubmit(form, async (values: Credentials) =>
    enter(client, await http.post<Session>('/api/session', values)),
  );
  const asPersona = useSubmit(form, async (persona: Document<'AsPersona'>) =>
    enter(client, await http.post<Session>('/api/session/persona', persona)),
  );
  const personas = session?.personas ?? [];
  const english = i18n.language === 'en';
  const company = english ? session?.company?.nameEn : session?.company?.nameZh;
  const error = signIn.error ?? asPersona.error;
  const wait = isProblem(error) && error.status === 429 ? error.retryAfter : undefined;
  const busy = signIn.isPending || asPersona.isPending;

  return (
    <div className={styles.entry}>
      <aside className={styles.cover} aria-label={t('common.product')}>
        <Seal size={72} />
        <p className={styles.coverName}>
          {i18n.t('common.product', { lng: 'zh-CN' })}
          <span>{i18n.t('common.product', { lng: 'en' })}</span>
        </p>
        <p className={styles.coverLine}>{t('session.tagline')}</p>
        <p className={styles.coverSmall}>{t('session.promise')}</p>
      </aside>
      <main className={styles.door}>
        <div className={styles.doorTop}>
          <Button type="text" aria-label={t('shell.languageLabel')} onClick={() => language.mutate()}>
            {t('shell.language')}
          </Button>
        </div>
        <div className={styles.doorBody}>
          <h1>{t('session.title')}</h1>
          {company && <p className={styles.company}>{company}</p>}
          {wait ? (
            <p role="alert" className={styles.wait}>
              {t('session.tooMany', { seconds: wait })}
            </p>
          ) : (
            <FormProblem error={error} homeless={signIn.homeless} />
          )}

          {personas.length > 0 && (
            <section aria-label={t('session.personas')}>
              <h2 className={styles.small}>{t('session.personaHint')}</h2>
              <div className={styles.personas}>
                {personas.map(({ username, name, roleName, roleNameEn }) => (
                  <button
                    key={username}
                    type="button"
                    disabled={busy}
                    onClick={() => asPersona.mutate({ username })}
                  >
                    <span>
                      {name}
                      <small>{english ? roleNameEn : roleName}</small>
                    </span>
                    <RightOutlined aria-hidden="true" />
                  </button>
                ))}
              </div>
              <h2 className={styles.small}>{t('session.orPassword')}</h2>
            </section>
          )}

          <Form<Credentials>
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={values => signIn.mutate(values)}
          >
            <Form.Item
              name="username"
              label={t('session.username')}
              rules={[{ required: true, message: t('session.usernameRequired') }]}
            >
              <Input
                size="large"
                autoComplete="username"
                autoFocus={personas.length === 0}
                autoCapitalize="none"
                spellCheck={false}
              />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('session.password')}
              rules={[{ required: true, message: t('session.passwordRequired') }]}
            >
              <Input.Password size="large" autoComplete="current-password" />
            </Form.Item>
            <Button
              type={personas.length > 0 ? 'default' : 'primary'}
              size="large"
              htmlType="submit"
              block
              loading={signIn.isPending}
              disabled={asPersona.isPending}
            >
              {t('session.submit')}
            </Button>
          </Form>
        </div>
      </main>
    </div>
  );
}
