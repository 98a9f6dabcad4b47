import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enter, http, isProblem, leave, type Me, type Session } from '@/shared/api';
import { ProblemAlert } from '@/shared/ui';
import styles from './session.module.css';

/** Higher than drawers and questions, which may be open below. */
const aboveAll = 2100;

/** Above a page whose session has ended: what was typed there is still there after signing in again. */
export function SignInAgain({ session, me }: { session: Session; me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const persona = session.personas.some(({ username }) => username === me.username);
  const signIn = useMutation({
    mutationFn: () =>
      persona && !password
        ? http.post<Session>('/api/session/persona', { username: me.username })
        : http.post<Session>('/api/session', { username: me.username, password }),
    onSuccess: document => enter(client, document),
  });
  const { error } = signIn;
  const wait = isProblem(error) && error.status === 429 ? error.retryAfter : undefined;
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
      <form
        className={styles.again}
        onSubmit={event => {
          event.preventDefault();
          if (password || persona) signIn.mutate();
        }}
      >
        <p>{t('session.again.text', { name: me.name })}</p>
        {wait ? (
          <p role="alert" className={styles.wait}>
            {t('session.tooMany', { seconds: wait })}
          </p>
        ) : (
          <ProblemAlert error={error} />
        )}
        <label>
          {t('session.username')}
          <Input value={me.username} readOnly tabIndex={-1} autoComplete="username" />
        </label>
        {!persona && (
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
        <Button type="primary" htmlType="submit" block loading={signIn.isPending} autoFocus={persona}>
          {t('session.again.submit')}
        </Button>
        <Button type="link" block onClick={() => leave(client, 'expired')}>
          {t('session.again.other')}
        </Button>
      </form>
    </Modal>
  );
}
