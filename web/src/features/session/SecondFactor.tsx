import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import { Enrolment } from './Enrolment';
import { RecoveryCodes } from './RecoveryCodes';
import styles from './session.module.css';

type Codes = Document<'NewRecoveryCodes'>;
const path = '/api/me/second-factor';
const factorKey = ['me', 'second-factor'];

/** One's own second factor: setting it up, new recovery codes, doing without. */
export function SecondFactor() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [doing, setDoing] = useState<'begin' | 'renew' | 'end' | null>(null);
  const [enrolment, setEnrolment] = useState<Document<'Enrolment'> | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const factor = useQuery({
    queryKey: factorKey,
    queryFn: ({ signal }) => http.get<Document<'FactorState'>>(path, { signal }),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: factorKey });
  const close = () => setDoing(null);
  const { since, recoveryCodes } = factor.data ?? {};

  return (
    <section>
      <h2>{t('session.factor.title')}</h2>
      <p className={styles.hint}>{t('session.factor.hint')}</p>
      <ProblemAlert error={factor.error} onRetry={() => void factor.refetch()} />
      {factor.isPending && <Bars rows={1} />}
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : enrolment ? (
        <>
          <Enrolment
            enrolment={enrolment}
            confirm={code => http.put<Codes>(path, code)}
            onDone={result => {
              setEnrolment(null);
              setCodes(result.codes);
              refresh();
            }}
          />
          <Button type="link" onClick={() => setEnrolment(null)}>
            {t('common.cancel')}
          </Button>
        </>
      ) : (
        factor.data && (
          <>
            <p>
              {since
                ? t('session.factor.on', { since: format.instant(since), number: recoveryCodes ?? 0 })
                : t('session.factor.off')}
            </p>
            <div className={styles.row}>
              {since ? (
                <>
                  <Button onClick={() => setDoing('renew')}>{t('session.factor.renew')}</Button>
                  <Button danger onClick={() => setDoing('end')}>
                    {t('session.factor.end')}
                  </Button>
                </>
              ) : (
                <Button onClick={() => setDoing('begin')}>{t('session.factor.begin')}</Button>
              )}
            </div>
          </>
        )
      )}
      <FormDrawer<Document<'BeginFactor'>, Document<'Enrolment'>>
        open={doing === 'begin'}
        title={t('session.factor.begin')}
        submitText={t('common.next')}
        onClose={close}
        initial={{ password: '' }}
        save={(body, idempotencyKey) => http.post(path, body, { idempotencyKey })}
        onSaved={setEnrolment}
        width={420}
      >
        <Form.Item
          name="password"
          required
          label={t('session.profile.current')}
          extra={t('session.factor.passwordExtra')}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      </FormDrawer>
      <FormDrawer<Document<'ShowCode'>, Codes>
        open={doing === 'renew'}
        title={t('session.factor.renew')}
        submitText={t('session.factor.renew')}
        onClose={close}
        save={(body, idempotencyKey) => http.post(`${path}/recovery-codes`, body, { idempotencyKey })}
        onSaved={result => {
          setCodes(result.codes);
          refresh();
        }}
        width={420}
      >
        <p className={styles.hint}>{t('session.factor.renewText')}</p>
        <CodeField />
      </FormDrawer>
      <FormDrawer<Document<'ShowCode'>>
        open={doing === 'end'}
        title={t('session.factor.end')}
        submitText={t('session.factor.end')}
        onClose={close}
        save={(body, idempotencyKey) => http.post(`${path}/end`, body, { idempotencyKey })}
        onSaved={() => {
          refresh();
          void message.success(t('session.factor.ended'));
        }}
        width={420}
      >
        <p className={styles.hint}>{t('session.factor.endText')}</p>
        <CodeField />
      </FormDrawer>
    </section>
  );
}

function CodeField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={t('session.code.label')}
      extra={t('session.code.extra')}
      rules={[{ required: true, message: t('session.code.required') }]}
    >
      <Input autoFocus autoComplete="one-time-code" spellCheck={false} maxLength={40} />
    </Form.Item>
  );
}
