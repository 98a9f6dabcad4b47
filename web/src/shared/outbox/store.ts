import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Document, FieldError, Ref } from '@/shared/api';

export type NewFollowUp = Document<'NewActivity'>;
/** What it is about, with the names to show; the customer, contact or opportunity. */
export type KeptAbout = { customer?: Ref | null; contact?: Ref | null; opportunity?: Ref | null };

/** A follow-up that has not been seen to arrive. */
export type Waiting = {
  /** Sent with it as the idempotency key, the same at each try. */
  key: string;
  person: string;
  body: NewFollowUp;
  about: KeptAbout;
  writtenAt: string;
  /** When it was first under way: from then on it may have arrived. */
  firstTriedAt: string | null;
  /** The form that wrote it is sending it right now; one whose tab was closed meanwhile is told by its age. */
  inHand?: boolean;
  /** Why the server would not have it; only the person can go on from there. */
  refusal: { code: string; detail: string | null; errors: FieldError[] } | null;
};

/** A record somebody opened lately, for choosing it where nothing can be asked. */
export type Recent = { id: string; person: string; list: keyof KeptAbout; name: string; at: number };

interface Kept extends DBSchema {
  waiting: { key: string; value: Waiting; indexes: { person: string } };
  recent: { key: [string, string]; value: Recent; indexes: { person: string } };
}

let opened: Promise<IDBPDatabase<Kept>> | null = null;
const database = () =>
  (opened ??= openDB<Kept>('zhanggui', 1, {
    upgrade(db) {
      db.createObjectStore('waiting', { keyPath: 'key' }).createIndex('person', 'person');
      db.createObjectStore('recent', { keyPath: ['person', 'id'] }).createIndex('person', 'person');
    },
    terminated: () => (opened = null),
  }));

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('zhanggui.outbox');
const listeners = new Set<() => void>();
const tell = () => listeners.forEach(heed => heed());
if (channel) channel.onmessage = tell;

/** Calls whenever what waits has changed, in this tab or another. */
export function whenChanged(heed: () => void) {
  listeners.add(heed);
  return () => void listeners.delete(heed);
}

function changed() {
  tell();
  channel?.postMessage(null);
}

/** What waits of one person, the oldest first. */
export async function waitingOf(person: string): Promise<Waiting[]> {
  const all = await (await database()).getAllFromIndex('waiting', 'person', person);
  return all.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
}

export async function keep(one: Waiting) {
  await (await database()).put('waiting', one);
  changed();
}

export async function drop(key: string) {
  await (await database()).delete('waiting', key);
  changed();
}

/** Changes one that is still there: another tab may have sent it meanwhile. */
export async function alter(key: string, change: (one: Waiting) => Waiting) {
  const store = (await database()).transaction('waiting', 'readwrite').store;
  const one = await store.get(key);
  if (one) await store.put(change(one));
  changed();
}

const mostRecent = 40;

/** Remembers a record on this device, the newest few of each person. */
export async function remember(one: Recent) {
  const db = await database();
  await db.put('recent', one);
  const all = (await db.getAllFromIndex('recent', 'person', one.person)).sort((a, b) => b.at - a.at);
  await Promise.all(all.slice(mostRecent).map(({ person, id }) => db.delete('recent', [person, id])));
}

export async function recentOf(person: string): Promise<Recent[]> {
  const all = await (await database()).getAllFromIndex('recent', 'person', person);
  return all.sort((a, b) => b.at - a.at);
}

export async function forgetRecent() {
  await (await database()).clear('recent');
}
