import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '@/shared/api';
import { setTimeZone, switchLanguage } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import styles from './app.module.css';

/** Asks who is here and leads to set-up, sign-in or the page wanted. */
export function Gate() {
  const { data: session, error, refetch } = useSession();
  const { pathname, search } = useLocation();
  const language = session?.me?.language;
  const timeZone = session?.company?.timeZone;

  // Formatting reads the zone during the same rendering, so it must be set before the pages below are drawn.
  setTimeZone(timeZone);
  useEffect(() => {
    if (language) void switchLanguage(language);
  }, [language]);

  if (error) {
    return (
      <main className={styles.alone}>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!session) return <Bars rows={6} />;
  if (session.state === 'SETUP' && pathname !== '/setup') return <Navigate to="/setup" replace />;
  if (session.state === 'ANONYMOUS' && pathname !== '/sign-in') {
    const back =
      pathname === '/' || pathname === '/setup' ? '' : `?return=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  if (session.state === 'SIGNED_IN' && pathname === '/sign-in') {
    return <Navigate to={wayBack(search)} replace />;
  }
  return <Outlet />;
}

/** Only paths of this site: an address from outside must not lead elsewhere after signing in. */
export function wayBack(search: string) {
  const to = new URLSearchParams(search).get('return') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
