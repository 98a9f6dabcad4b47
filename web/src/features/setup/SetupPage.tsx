import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, isProblem, sessionKey, useSession, type Document, type Job, type Setup } from '@/shared/api';
import { useChangeLanguage } from '@/shared/api/language';
import { CompanyFields, fieldPath, FormProblem, useSubmit } from '@/shared/forms';
import { currentLanguage } from '@/shared/i18n';
import { JobProgress, Seal } from '@/shared/ui';
import styles from './setup.module.css';

const steps = ['token', 'administrator', 'company', 'start', 'done'] as const;
/** The browser's zone, unless it is the one servers and bare machines have. */
const hereZone = () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone && zone !== 'UTC' ? zone : 'Asia/Shanghai';
};

/** The first minutes of an installation. */
export default function SetupPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const state = useSession().data?.state;
  const language = useChangeLanguage();
  const [form] = Form.useForm<Setup>();
  const [step, setStep] = useState(0);
  const [job, setJob] = useState<string | null>(null);
  const [ended, setEnded] = useState<Job | null>(null);

  const verify = useSubmit(form, ({ token }: Pick<Setup, 'token'>) =>
    http.post('/api/setup/token', { token } satisfies Document<'CheckToken'>),
  );
  const install = useSubmit(form, (setup: Setup, idempotencyKey) =>
    http.post<Document<'Begun'>>('/api/setup', setup, { idempotencyKey }),
  );

  if (state !== 'SETUP') return <Navigate to="/" replace />;

  const name = steps[step]!;
  const forward = () => {
    const values = form.getFieldsValue(true) as Setup;
    if (name === 'token') verify.mutate(values, { onSuccess: () => setStep(1) });
    else if (name === 'start') {
      install.mutate(values, {
        onSuccess: ({ job: id }) => {
          setJob(id);
          setStep(4);
        },
        onError: error => {
          // The complaint may belong to an earlier step: go back to where it can be corrected.
          const field = isProblem(error) ? fieldPath(error.errors[0]?.field ?? '')[0] : undefined;
          const at = steps.findIndex(one => one === field);
          if (at >= 0 && isProblem(error)) {
            setStep(at);
            setTimeout(() =>
              form.setFields(
                error.errors.map(one => ({ name: fieldPath(one.field) as never, errors: [one.message] })),
              ),
            );
          }
        },
      });
    } else setStep(step + 1);
  };
  const open = async () => {
    await client.invalidateQueries({ queryKey: sessionKey });
    await navigate('/', { replace: true });
  };
  // The company speaks the language it is set up in, unless another was chosen for it.
  const speakOther = () =>
    language.mutate(undefined, {
      onSuccess: () => {
        const own = ['company', 'language'];
        if (!form.isFieldTouched(own as never)) form.setFieldValue(own as never, currentLanguage() as never);
      },
    });
  const failed = ended !== null && ended.state !== 'DONE';
  const busy = verify.isPending || install.isPending;

  return (
    <div className={styles.setup}>
      <header className={styles.head}>
        <Seal size={36} />
        <div>
          <h1>{t('setup.title')}</h1>
          <p>{t('setup.intro')}</p>
        </div>
        <Button type="text" aria-label={t('shell.languageLabel')} onClick={speakOther}>
          {t('shell.language')}
        </Button>
      </header>
      <main className={styles.body}>
        <Steps
          size="small"
          current={step}
          responsive={false}
          titlePlacement="vertical"
          items={steps.map(key => ({ title: t(`setup.step.${key}`) }))}
        />
        <Form<Setup>
          form={form}
          layout="vertical"
          requiredMark={false}
          className={styles.form}
          initialValues={{
            company: {
              currency: 'CNY',
              timeZone: hereZone(),
              fiscalYearStartMonth: 1,
              language: currentLanguage(),
            },
            start: 'DEMO',
          }}
          onFinish={() => forward()}
        >
          {name !== 'done' && (
            <Intro title={t(`setup.${name}.title`)} text={t(`setup.${name}.text`)}>
              <FormProblem
                error={name === 'token' ? verify.error : install.error}
                homeless={name === 'token' ? verify.homeless : install.homeless}
              />
            </Intro>
          )}
          {name === 'token' && (
            <Form.Item
              name="token"
              label={t('setup.token.label')}
              rules={[{ required: true, message: t('setup.token.required') }]}
            >
              <Input autoFocus autoComplete="off" spellCheck={false} />
            </Form.Item>
          )}
          {name === 'administrator' && <Administrator />}
          {name === 'company' && <CompanyFields under="company" autoFocus />}
          {name === 'start' && (
            <Form.Item name="start" noStyle>
              <Radio.Group className={styles.choices}>
                <Radio value="DEMO">
                  <strong>{t('setup.start.demo')}</strong>
                  <span>{t('setup.start.demoText')}</span>
                </Radio>
                <Radio value="EMPTY">
                  <strong>{t('setup.start.empty')}</strong>
                  <span>{t('setup.start.emptyText')}</span>
                </Radio>
              </Radio.Group>
            </Form.Item>
          )}
          {name === 'done' && (
            <>
              <Intro
                title={t(
                  job && !ended ? 'setup.done.working' : failed ? 'setup.done.failed' : 'setup.done.title',
                )}
                text={t('setup.done.text')}
              />
              {job && <JobProgress id={job} onDone={setEnded} />}
              {failed && <Alert type="error" showIcon role="alert" title={t('setup.done.failedText')} />}
            </>
          )}
          <div className={styles.foot}>
            {step > 0 && name !== 'done' && (
              <Button disabled={busy} onClick={() => setStep(step - 1)}>
                {t('common.back')}
              </Button>
            )}
            {name === 'done' ? (
              <Button type="primary" disabled={job !== null && !ended} onClick={() => void open()}>
                {t(failed ? 'setup.done.openEmpty' : 'setup.done.open')}
              </Button>
            ) : (
              <Button type="primary" htmlType="submit" loading={busy}>
                {name === 'start' ? t('setup.start.finish') : t('common.next')}
              </Button>
            )}
          </div>
        </Form>
      </main>
    </div>
  );
}

function Intro({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles.intro}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

function Administrator() {
  const { t } = useTranslation();
  const shortest = useSession().data?.shortestPassword ?? 0;
  const required = { required: true, whitespace: true, message: t('setup.required') };
  const at = (field: keyof Setup['administrator']) => ['administrator', field];
  return (
    <>
      <Form.Item name={at('name')} label={t('setup.administrator.name')} rules={[required]}>
        <Input autoFocus autoComplete="name" />
      </Form.Item>
      <Form.Item name={at('username')} label={t('setup.administrator.username')} rules={[required]}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name={at('password')}
        label={t('setup.administrator.password')}
        extra={t('setup.administrator.passwordHint', { number: shortest })}
        rules={[{ ...required, whitespace: false }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name={at('email')}
        label={t('setup.administrator.email')}
        rules={[{ type: 'email', message: t('setup.administrator.emailInvalid') }]}
      >
        <Input type="email" autoComplete="email" />
      </Form.Item>
    </>
  );
}
