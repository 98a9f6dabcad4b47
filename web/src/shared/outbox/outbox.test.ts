import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { answer, problem, session } from '@/shared/testing/stage';
import { sendOrKeep, sendWaiting } from './sending';
import { alter, drop, forgetRecent, keep, recentOf, remember, waitingOf, type Waiting } from './store';

const me = session.me!.id;
const written = (key: string, change: Partial<Waiting> = {}): Waiting => ({
  key,
  person: me,
  body: { kind: 'VISIT', text: '见了采购', customer: 'c1' },
  about: { customer: { id: 'c1', name: '恒远机电' } },
  writtenAt: '2026-03-02T01:00:00Z',
  firstTriedAt: null,
  refusal: null,
  ...change,
});
const noNetwork = () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));

beforeEach(async () => {
  vi.unstubAllGlobals();
  for (const { key } of await waitingOf(me)) await drop(key);
});

test('what is sent is not kept', async () => {
  const requests = answer({ 'POST /api/activities': () => ({ id: 'a1' }) });
  expect(await sendOrKeep(written('key-sent-1'))).not.toBeNull();
  expect(requests[0]!.headers.get('Idempotency-Key')).toBe('key-sent-1');
  expect(await waitingOf(me)).toEqual([]);
});

test('without a network it is kept, and sent later with the same key and the same body', async () => {
  noNetwork();
  expect(await sendOrKeep(written('key-kept-1'))).toBeNull();
  const [kept] = await waitingOf(me);
  expect(kept!.firstTriedAt).not.toBeNull();

  let body: unknown;
  const requests = answer({
    'GET /api/session': () => session,
    'POST /api/activities': async (_, request) => {
      body = await request.json();
      return { id: 'a1' };
    },
  });
  expect(await sendWaiting(me)).toBe(1);
  const sent = requests.find(({ method }) => method === 'POST')!;
  expect(sent.headers.get('Idempotency-Key')).toBe('key-kept-1');
  expect(body).toEqual(written('key-kept-1').body);
  expect(await waitingOf(me)).toEqual([]);
  expect(await sendWaiting(me)).toBe(0);
});

test('it is kept before it leaves: a closed tab loses nothing', async () => {
  let stored: Waiting[] = [];
  answer({});
  vi.stubGlobal('fetch', async () => {
    stored = await waitingOf(me);
    throw new TypeError('no network');
  });
  await sendOrKeep(written('key-before-1'));
  expect(stored.map(({ key }) => key)).toEqual(['key-before-1']);
});

test('a refusal at once belongs to the open form, a later one stays with its reason', async () => {
  const refuse = {
    'POST /api/activities': () => problem(422, 'invalid', { detail: '请填写下次联系时间。' }),
  };
  answer(refuse);
  await expect(sendOrKeep(written('key-refused-1'))).rejects.toMatchObject({ code: 'invalid' });
  expect(await waitingOf(me)).toEqual([]);

  await keep(written('key-refused-2'));
  answer({ ...refuse, 'GET /api/session': () => session });
  expect(await sendWaiting(me)).toBe(0);
  const [refused] = await waitingOf(me);
  expect(refused!.refusal).toMatchObject({ code: 'invalid', detail: '请填写下次联系时间。' });
  // It is not sent again by itself.
  answer({ 'GET /api/session': () => session, 'POST /api/activities': () => ({ id: 'a1' }) });
  expect(await sendWaiting(me)).toBe(0);
});

test('nothing is sent as somebody else, and nothing while the session is over', async () => {
  await keep(written('key-other-1'));
  const other = answer({
    'GET /api/session': () => ({ ...session, me: { ...session.me!, id: 'p2' } }),
    'POST /api/activities': () => ({ id: 'a1' }),
  });
  expect(await sendWaiting(me)).toBe(0);
  expect(other.some(({ method }) => method === 'POST')).toBe(false);
  answer({ 'GET /api/session': () => session, 'POST /api/activities': () => problem(401, 'not-signed-in') });
  expect(await sendWaiting(me)).toBe(0);
  expect((await waitingOf(me))[0]!.refusal).toBeNull();
});

test('what was under way longer than the server remembers is left to the person', async () => {
  await keep(written('key-old-1', { firstTriedAt: '2026-03-02T01:00:00Z' }));
  const requests = answer({
    'GET /api/session': () => session,
    'POST /api/activities': () => ({ id: 'a1' }),
  });
  expect(await sendWaiting(me, Date.parse('2026-03-05T01:00:00Z'))).toBe(0);
  expect(requests.some(({ method }) => method === 'POST')).toBe(false);
  expect((await waitingOf(me))[0]!.refusal!.code).toBe('doubtful');
});

test('what another tab has sent meanwhile does not come back', async () => {
  await alter('key-gone-1', one => ({ ...one, firstTriedAt: 'now' }));
  expect(await waitingOf(me)).toEqual([]);
});

test('records opened lately are few, the newest first, and forgotten with the person', async () => {
  for (let at = 0; at < 50; at++) {
    await remember({ id: `c${at}`, person: me, list: 'customer', name: `客户${at}`, at });
  }
  const recent = await recentOf(me);
  expect(recent).toHaveLength(40);
  expect(recent[0]!.name).toBe('客户49');
  await forgetRecent();
  expect(await recentOf(me)).toEqual([]);
});
