import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Mortal } from '../support/mortal.ts';
import { firstPort } from '../support/servers.ts';

/** How often the server and its database are killed; more for a long look. */
const kills = Number(process.env.ZHANGGUI_KILLS ?? 4);
const writers = 4;
const imported = 4000;

test.setTimeout(120_000 + kills * 40_000);

type Answer = { status: number; body: any };

class Client {
  private token = '';

  constructor(private readonly url: string) {}

  async setUp(token: string) {
    const administrator = { name: '安掌柜', username: 'admin', password: 'ledger and abacus' };
    const company = {
      nameZh: '无常公司',
      nameEn: 'Mortal Company',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      fiscalYearStartMonth: 1,
      language: 'zh-CN',
    };
    const cookies = new Map<string, string>();
    const as = async (method: string, path: string, body?: unknown) => {
      const answer = await fetch(this.url + path, {
        method,
        headers: {
          'Content-Type': 'application/json',
          Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'X-XSRF-TOKEN': cookies.get('XSRF-TOKEN') ?? '',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [name, value] = cookie.split(';')[0]!.split('=');
        cookies.set(name!, value ?? '');
      }
      const text = await answer.text();
      expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
      return text ? JSON.parse(text) : null;
    };
    await as('GET', '/api/session');
    await as('POST', '/api/setup', { token, administrator, company, start: 'EMPTY' });
    await as('GET', '/api/session');
    const scopes = ['customers:read', 'customers:create', 'customers:edit', 'imports:run', 'jobs:read'];
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const made = await as('POST', '/api/me/tokens', { name: 'faults', expiresOn: tomorrow, scopes });
    this.token = made.token;
  }

  async call(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const form = body instanceof FormData;
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }

  /** Calls until it is answered, as a client does that was told nothing or "try again". */
  async insist(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    for (;;) {
      const answer = await this.call(method, path, body, key).catch(() => null);
      if (answer && answer.status < 500 && answer.status !== 409) return answer;
      await pause(100);
    }
  }

  async names(search: string): Promise<string[]> {
    const names: string[] = [];
    for (let page = 1; ; page++) {
      const query = `q=${encodeURIComponent(search)}&size=200&page=${page}&columns=name&sort=name`;
      const { status, body } = await this.call('GET', `/api/lists/customers/rows?${query}`);
      expect(status, JSON.stringify(body)).toBe(200);
      names.push(...body.rows.map((row: any) => row.cells.name as string));
      if (names.length >= body.total || body.rows.length === 0) return names;
    }
  }
}

/** Sends an import of many customers on its way and answers its address. */
async function beginImport(client: Client): Promise<string> {
  const lines = Array.from({ length: imported }, (_, n) => `批量客户${String(n).padStart(5, '0')},X-${n}`);
  const form = new FormData();
  form.set('kind', 'customers');
  form.set('file', new Blob([`客户名称,外部编号\n${lines.join('\n')}\n`], { type: 'text/csv' }), 'customers.csv');
  const { body: one, status } = await client.call('POST', '/api/imports', form);
  expect(status, JSON.stringify(one)).toBe(201);
  const check = await client.call('POST', `/api/imports/${one.id}/check`);
  expect(check.status, JSON.stringify(check.body)).toBe(202);
  await over(client, check.body.job);
  const run = await client.call('POST', `/api/imports/${one.id}/run`, { withRefused: false });
  expect(run.status, JSON.stringify(run.body)).toBe(202);
  return run.body.job;
}

async function over(client: Client, job: string): Promise<any> {
  for (;;) {
    const { body } = await client.insist('GET', `/api/jobs/${job}`);
    if (!['WAITING', 'RUNNING'].includes(body.state)) return body;
    await pause(300);
  }
}

test('no power cut loses what was acknowledged, doubles what was retried or halves an import', async () => {
  const server = new Mortal(firstPort + 3);
  try {
    await server.start();
    const client = new Client(server.url);
    await client.setUp(server.token);
    const job = await beginImport(client);

    let writing = true;
    const acknowledged = new Map<string, string>();
    const write = async (writer: number) => {
      for (let n = 0; writing; n++) {
        const name = `突然客户${writer}号${n}`;
        const answer = await client.insist('POST', '/api/customers', { name }, randomUUID());
        expect(answer.status, JSON.stringify(answer.body)).toBe(201);
        acknowledged.set(name, answer.body.id);
        await pause(20);
      }
    };
    const written = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));

    const slowest = { server: 0, database: 0 };
    for (let kill = 0; kill < kills; kill++) {
      await pause(300 + Math.random() * 1500);
      const victim = kill % 2 === 0 ? 'server' : 'database';
      const begun = Date.now();
      if (victim === 'server') {
        await server.killServer();
        await server.start();
      } else {
        server.killDatabase();
        await pause(50);
      }
      const first = await client.insist('GET', '/api/lists/customers/rows?size=1');
      expect(first.status).toBe(200);
      expect(server.alive, 'the server itself lives').toBe(true);
      slowest[victim] = Math.max(slowest[victim], Date.now() - begun);
    }
    writing = false;
    await written;
    console.log(
      `${acknowledged.size} acknowledged writes, ${kills} kills; first good answer at most ` +
        `${slowest.server} ms after the server, ${slowest.database} ms after the database was killed`,
    );

    expect(acknowledged.size).toBeGreaterThan(writers * kills);
    expect((await client.names('突然客户')).sort()).toEqual([...acknowledged.keys()].sort());
    const ended = await over(client, job);
    expect(ended, JSON.stringify(ended)).toMatchObject({ state: 'DONE' });
    const names = await client.names('批量客户');
    expect(names.length, 'the import is whole').toBe(imported);
    expect(new Set(names).size, 'and nothing in it doubled').toBe(imported);
  } finally {
    await server.end();
  }
});
