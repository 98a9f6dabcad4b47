import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, enter, http, leave, sessionKey, type Me, type Session } from '@/shared/api';
import { AttemptProblem } from './AttemptProblem';
import { CodeForm } from './CodeForm';
import styles from './session.module.css';

/** Higher than drawers and questions, which may be open below. */
const aboveAll = 2100;

/** Above a page whose session has ended: what was typed there is still there after signing in again. */
export function SignInAgain({ session, me }: { session: Session; me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const persona = session.personas.some(({ username }) => username === me.username);
  const signIn = useMutation({
    mutationFn: () =>
      persona && !password
        ? http.post<Session>('/api/session/persona', { username: me.username })
        : http.post<Session>('/api/session', { username: me.username, password }),
    onSuccess: document => {
      if (document.state !== 'ENROLMENT') return take(document);
      // That takes a page of its own.
      leave(client, 'expired');
      client.setQueryData<Session>(sessionKey, document);
    },
  });
  const take = (document: Session) => {
    if (document.me) enter(client, document);
    else setAsksCode(document.state === 'CODE');
  };
  return (
    <Modal
      open
      title={t('session.again.title')}
      closable={false}
      keyboard={false}
      footer={null}
      width={400}
      zIndex={aboveAll}
    >
      {asksCode && <CodeForm onIn={take} onOther={() => setAsksCode(false)} />}
      <form
        hidden={asksCode}
        className={styles.again}
        onSubmit={event => {
          event.preventDefault();
          if (password || persona) signIn.mutate();
        }}
      >
        <p>{t('session.again.text', { name: me.name })}</p>
        <AttemptProblem error={signIn.error} />
        {session.provider && (
          <Button
            block
            type={session.passwords ? 'default' : 'primary'}
            href={address('/api/session/provider', { return: location.pathname + location.search })}
          >
            {t('session.provider.go', { name: session.provider })}
          </Button>
        )}
        <label>
          {t('session.username')}
          <Input value={me.username} readOnly tabIndex={-1} autoComplete="username" />
        </label>
        {!persona && session.passwords && (
          <label>
            {t('session.password')}
            <Input.Password
              autoFocus
              autoComplete="current-password"
              value={password}
              onChange={event => setPassword(event.target.value)}
            />
          </label>
        )}
        {(persona || session.passwords) && (
          <Button type="primary" htmlType="submit" block loading={signIn.isPending} autoFocus={persona}>
            {t('session.again.submit')}
          </Button>
        )}
        <Button type="link" block onClick={() => leave(client, 'expired')}>
          {t('session.again.other')}
        </Button>
      </form>
    </Modal>
  );
}
