import { RightOutlined } from '@/shared/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import {
  address,
  enter,
  freshCodesKey,
  http,
  leave,
  useFreshCodes,
  useSession,
  type Document,
  type Session,
} from '@/shared/api';
import { useChangeLanguage } from '@/shared/api/language';
import { useSubmit } from '@/shared/forms';
import { Seal } from '@/shared/ui';
import { AttemptProblem } from './AttemptProblem';
import { CodeForm } from './CodeForm';
import { EnrolFirst } from './EnrolFirst';
import { RecoveryCodes } from './RecoveryCodes';
import styles from './session.module.css';

type Credentials = Document<'Credentials'>;

/** The way in. The gate around it leads on once the session is there. */
export default function SignInPage() {
  const { t, i18n } = useTranslation();
  const session = useSession().data;
  const language = useChangeLanguage();
  const company = i18n.language === 'en' ? session?.company?.nameEn : session?.company?.nameZh;
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
          {session?.company?.trialCopy && (
            <Alert
              type="error"
              title={t('shell.trialCopyLabel')}
              description={t('shell.trialCopy')}
              style={{ marginBottom: 24 }}
            />
          )}
          <h1>{t('session.title')}</h1>
          {company && <p className={styles.company}>{company}</p>}
          <Step session={session} />
        </div>
      </main>
    </div>
  );
}

/** What is asked for next. */
function Step({ session }: { session: Session | undefined }) {
  const client = useQueryClient();
  const codes = useFreshCodes();
  const other = () => {
    void http.delete('/api/session').catch(() => undefined);
    leave(client, 'left');
  };
  if (codes) {
    const kept = () => {
      client.setQueryData(freshCodesKey, null);
      enter(client, codes.session);
    };
    return <RecoveryCodes codes={codes.recoveryCodes} onKept={kept} />;
  }
  if (session?.state === 'CODE') return <CodeForm onIn={now => enter(client, now)} onOther={other} />;
  if (session?.state === 'ENROLMENT') return <EnrolFirst onOther={other} />;
  return <Start session={session} />;
}

function Start({ session }: { session: Session | undefined }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const personas = session?.personas ?? [];
  const passwords = session?.passwords ?? true;
  const problem = search.get('problem');
  const [form] = Form.useForm<Credentials>();
  const signIn = useSubmit(form, async (values: Credentials) =>
    enter(client, await http.post<Session>('/api/session', values)),
  );
  const asPersona = useSubmit(form, async (persona: Document<'AsPersona'>) =>
    enter(client, await http.post<Session>('/api/session/persona', persona)),
  );
  const english = i18n.language === 'en';
  const error = signIn.error ?? asPersona.error;
  const busy = signIn.isPending || asPersona.isPending;
  return (
    <>
      <AttemptProblem error={error} homeless={signIn.homeless} />
      {(problem === 'unknown' || problem === 'failed') && !error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t(`session.provider.${problem}`, { name: session?.provider ?? '' })}
          style={{ marginBottom: 16 }}
        />
      )}
      {session?.provider && <ToProvider name={session.provider} back={search.get('return')} />}
      {session?.provider && passwords && <h2 className={styles.small}>{t('session.orPassword')}</h2>}
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
          {passwords && <h2 className={styles.small}>{t('session.orPassword')}</h2>}
        </section>
      )}

      {passwords && (
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
              autoFocus={personas.length === 0 && !session?.provider}
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
            type={personas.length > 0 || session?.provider ? 'default' : 'primary'}
            size="large"
            htmlType="submit"
            block
            loading={signIn.isPending}
            disabled={asPersona.isPending}
          >
            {t('session.submit')}
          </Button>
        </Form>
      )}
    </>
  );
}

/** The company's own sign-in, which leads back to the page that was wanted. */
function ToProvider({ name, back }: { name: string; back: string | null }) {
  const { t } = useTranslation();
  return (
    <Button
      type="primary"
      size="large"
      block
      href={address('/api/session/provider', { return: back })}
      style={{ marginBottom: 24 }}
    >
      {t('session.provider.go', { name })}
    </Button>
  );
}
