import { App } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isProblem, useEnd, useFreshCodes, useSession, type Me } from '@/shared/api';
import { offerLanguage, setTimeZone, switchLanguage } from '@/shared/i18n';
import { switchTheme } from '@/shared/theme/choice';
import { Bars, ProblemAlert } from '@/shared/ui';
import { SignInAgain } from '@/features/session/SignInAgain';
import styles from './app.module.css';

const OfflinePage = lazy(() => import('./OfflinePage'));
const Outbox = lazy(() => import('./Outbox'));

/** Asks who is here and leads to set-up, sign-in or the page wanted. */
export function Gate() {
  const { data: session, error, refetch } = useSession();
  const end = useEnd();
  const codes = useFreshCodes();
  const { pathname, search } = useLocation();
  const language = session?.me?.language;
  const theme = session?.me?.theme;
  const companyLanguage = session?.company?.language;
  const timeZone = session?.company?.timeZone;

  // Formatting reads the zone during the same rendering, so it must be set before the pages below are drawn.
  setTimeZone(timeZone);
  useEffect(() => {
    if (language) void switchLanguage(language);
    else if (companyLanguage) void offerLanguage(companyLanguage);
  }, [language, companyLanguage]);
  useEffect(() => {
    if (theme) switchTheme(theme);
  }, [theme]);

  const retry = useCallback(() => void refetch(), [refetch]);
  // While it is asked again the page stays, with what is being written on it.
  const [away, setAway] = useState(false);
  const unreached = !session && isProblem(error) && error.status === 0;
  if (unreached && !away) setAway(true);
  // Pages whose files could not be had meanwhile have failed for good: the reached server gives them anew.
  const back = Boolean(session) && away;
  useEffect(() => {
    if (back) location.reload();
  }, [back]);
  if (back) return <Bars rows={6} />;
  if (unreached || (!session && !error && away)) {
    return (
      <Suspense fallback={<Bars rows={6} />}>
        <OfflinePage onRetry={retry} />
      </Suspense>
    );
  }
  if (!session && error) {
    return (
      <main className={styles.alone}>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!session) return <Bars rows={6} />;
  if (session.state === 'SETUP' && pathname !== '/setup') return <Navigate to="/setup" replace />;
  if (!session.me && session.state !== 'SETUP' && pathname !== '/sign-in') {
    const plain = end === 'left' || pathname === '/' || pathname === '/setup';
    const back = plain ? '' : `?return=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  if (session.state === 'SIGNED_IN' && !codes && pathname === '/sign-in') {
    return <Navigate to={wayBack(search)} replace />;
  }
  if (!session.me) return <Outlet />;
  return (
    <>
      <Pages me={session.me} />
      <Suspense fallback={null}>
        <Outbox me={session.me} />
      </Suspense>
      {end === 'expired' && <SignInAgain session={session} me={session.me} />}
    </>
  );
}

/** The pages of one person; when another tab signed in somebody else, theirs start anew. */
function Pages({ me }: { me: Me }) {
  const [shownTo, setShownTo] = useState(me.id);
  if (shownTo !== me.id) return <Changed me={me} onDone={() => setShownTo(me.id)} />;
  return <Outlet />;
}

function Changed({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  useEffect(() => {
    void message.info(t('session.changed', { name: me.name }), 6);
    void Promise.resolve(navigate('/', { replace: true })).then(onDone);
    // Once for each change of person, whatever is rendered meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [me.id]);
  return <Bars rows={6} />;
}

/** Only paths of this site: an address from outside must not lead elsewhere after signing in. */
export function wayBack(search: string) {
  const to = new URLSearchParams(search).get('return') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
