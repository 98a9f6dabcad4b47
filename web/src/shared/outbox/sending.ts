import { http, isProblem, type Document, type Session } from '@/shared/api';
import { alter, drop, keep, waitingOf, type Waiting } from './store';

/** The server keeps its answers for two days: what was under way longer ago could be taken a second time. */
const longest = 40 * 3_600_000;
/** No answer for so long is no network. */
const patience = 20_000;

export type Outcome = 'sent' | 'kept' | 'refused';

/** Whether a failure says nothing about what was written: it is tried again later, with the same key. */
export const passes = (error: unknown) =>
  isProblem(error) &&
  (error.status === 0 ||
    error.status === 401 ||
    error.status === 429 ||
    error.status >= 500 ||
    error.code === 'request-in-flight');

const post = ({ key, body }: Waiting) =>
  http.post<Document<'Activity'>>('/api/activities', body, {
    idempotencyKey: key,
    ...(typeof AbortSignal.timeout === 'function' && { signal: AbortSignal.timeout(patience) }),
  });

/** Does it where no other tab is at it; browsers without locks leave it to the key. */
async function alone<R>(key: string, act: () => Promise<R>, otherwise: R): Promise<R> {
  if (!('locks' in navigator)) return act();
  return navigator.locks.request(`zhanggui.outbox.${key}`, { ifAvailable: true }, lock =>
    lock ? act() : otherwise,
  );
}

/**
 * Sends what was just written. It is kept before it leaves, so that neither a lost answer nor a closed tab can lose or
 * double it; a refusal is thrown, for the form that is still open. Nothing comes back where it is kept.
 */
export function sendOrKeep(one: Waiting): Promise<Document<'Activity'> | null> {
  return alone(
    one.key,
    async () => {
      const kept = await keep({ ...one, firstTriedAt: new Date().toISOString(), inHand: true }).then(
        () => true,
        () => false,
      );
      try {
        const made = await post(one);
        if (kept) await drop(one.key);
        return made;
      } catch (error) {
        if (kept && passes(error)) {
          await alter(one.key, it => ({ ...it, inHand: false }));
          return null;
        }
        if (kept) await drop(one.key);
        throw error;
      }
    },
    null,
  );
}

async function tryAgain(one: Waiting, now: number): Promise<Outcome> {
  if (one.firstTriedAt && now - Date.parse(one.firstTriedAt) > longest) {
    await alter(one.key, it => ({ ...it, refusal: { code: 'doubtful', detail: null, errors: [] } }));
    return 'refused';
  }
  await alter(one.key, it => ({
    ...it,
    firstTriedAt: it.firstTriedAt ?? new Date(now).toISOString(),
    inHand: false,
  }));
  try {
    await post(one);
    await drop(one.key);
    return 'sent';
  } catch (error) {
    if (!isProblem(error) || passes(error)) return 'kept';
    const { code, detail = null, errors } = error;
    await alter(one.key, it => ({ ...it, refusal: { code, detail, errors } }));
    return 'refused';
  }
}

/** Sends what waits of this person, one after the other, as long as it is they who are signed in; says how many went. */
export async function sendWaiting(person: string, now = Date.now()): Promise<number> {
  const due = (await waitingOf(person)).filter(({ refusal }) => refusal === null);
  if (due.length === 0) return 0;
  const session = await http.get<Session>('/api/session').catch(() => null);
  if (session?.me?.id !== person) return 0;
  let sent = 0;
  for (const one of due) {
    const outcome = await alone(
      one.key,
      // Another tab may have sent it since it was read.
      async () =>
        (await waitingOf(person)).some(({ key }) => key === one.key) ? tryAgain(one, now) : 'sent',
      null,
    );
    if (outcome === 'sent') sent++;
    if (outcome === 'kept') break;
  }
  return sent;
}
