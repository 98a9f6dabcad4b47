import { expect, type APIRequestContext } from '@playwright/test';
import { body, payloads, routes, without, type Api, type Body, type Ids, type Schema } from './hostile.ts';

type Made = { path: string; ids: string[]; fields: Set<string> };
/** How often something may be refused before it is given up. */
const attempts = 6;
/** What has to be one of few words, which the API's description does not tell. */
const words: Record<string, Body> = {
  '/api/me/tokens': { scopes: ['customers:read'] },
  '/api/comments/{list}/{id}': { mentions: [] },
  '/api/roles': { allows: [{ permission: 'people:read', reach: 'ALL', units: null }] },
  '/api/rates': { currency: 'USD', rate: 7 },
  '/api/reorganisations': { day: '2099-12-31' },
  '/api/webhooks': { url: 'https://hooks.example.com', types: ['customers.created'], enabled: false },
  '/api/lists/{list}/views': { filter: null, sort: [], columns: [], layout: 'TABLE', groupBy: null, sharing: null },
};

/** A client of the API with the session of a browser. */
export class Company {
  readonly made = new Map<string, Made>();
  private readonly ids: Ids = {};
  private api!: Api;

  constructor(private readonly request: APIRequestContext) {}

  async send(method: string, path: string, data?: unknown) {
    const { cookies } = await this.request.storageState();
    const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
    return this.request.fetch(path, { method, headers: { 'X-XSRF-TOKEN': token }, ...(data === undefined ? {} : { data }) });
  }

  /** A company that is called after payloads, and whose administrator is too. */
  async setUp(token: string, password: string) {
    await this.request.get('/api/session');
    const answer = await this.send('POST', '/api/setup', {
      token,
      administrator: { name: payloads[1]!.slice(0, 100), username: 'admin', password },
      company: {
        nameZh: payloads[0],
        nameEn: payloads[4],
        currency: 'CNY',
        timeZone: 'Asia/Shanghai',
        fiscalYearStartMonth: 1,
        language: 'zh-CN',
      },
      start: 'EMPTY',
    });
    expect(answer.status(), await answer.text()).toBe(201);
    const session = await (await this.request.get('/api/session')).json();
    this.ids.owner = session.me.id;
    this.api = await (await this.request.get('/api/openapi.json')).json();
  }

  /** Everything the API can make, once for each payload, so that each field holds each of them once. */
  async fill() {
    await this.ownFields();
    const all = routes(this.api, 'post', '201').filter(({ path }) => path !== '/api/setup');
    for (let turn = 0; turn < payloads.length; turn++) {
      for (const { path, schema } of all) await this.make(path, schema, turn);
    }
    // What needs something that is made later in the alphabet has it now.
    for (const { path, schema } of all) if (!this.made.has(path)) await this.make(path, schema, 0);
    const apart = ['/api/me/', '/api/custom-fields/'];
    const missing = all.filter(({ path }) => !this.made.has(path) && !apart.some(one => path.startsWith(one)));
    expect(missing.map(({ path }) => path), 'nothing could be made there').toEqual([]);
  }

  /** A field of one's own for each kind of record, called after payloads; the bodies of records fill it. */
  private async ownFields() {
    const hosts = (await (await this.request.get('/api/custom-fields')).json()) as { type: string }[];
    for (const [turn, { type }] of hosts.entries()) {
      const short = (at: number) => payloads[(turn + at) % payloads.length]!.slice(0, 60);
      const said = { name: short(0), nameEn: short(1), help: short(2), helpEn: short(3), section: short(4), sectionEn: short(5) };
      const rest = { shown: true, totalled: false, filterable: false, searched: true, retired: false };
      const made = await this.send('POST', `/api/custom-fields/${type}`, { type: 'TEXT', code: 'hostile', ...said, ...rest });
      expect(made.status(), await made.text()).toBe(201);
    }
  }

  private async make(path: string, schema: Schema, turn: number) {
    // What hangs on records hangs on a customer.
    const hanging = path.startsWith('/api/comments/');
    const list = hanging || path.startsWith('/api/lists/') ? 'customers' : 'sources';
    const of = hanging ? path.replace('{id}', this.ids.customer ?? '{id}') : path;
    const at = of.replace('{list}', list).replace(/\{(\w+)\}/g, (whole, name: string) => this.ids[name] ?? whole);
    if (at.includes('{')) return;
    const { version, ...first } = body(this.api, schema, this.ids, turn);
    const sent = { ...first, ...words[path], ...(path === '/api/pipelines' && { stages: await this.stages(turn) }) };
    const done = await this.persist('POST', at, schema, sent, turn);
    if (!done) return;
    const id = done.answer.id as string;
    const name = path.split('/').filter(part => !part.startsWith('{')).at(-1)!;
    const one = name === 'people' ? 'person' : name.replace(/ies$/, 'y').replace(/s$/, '');
    this.ids[one] = this.ids[`${one}Id`] = id;
    const made = this.made.get(path) ?? { path, ids: [], fields: new Set() };
    made.ids.push(id);
    for (const [field, value] of Object.entries(done.body)) if (hostile(value)) made.fields.add(field);
    this.made.set(path, made);
  }

  /** Stages have to make sense together; those of the pipeline that is there do. */
  private async stages(turn: number) {
    const [first] = await (await this.request.get('/api/pipelines')).json();
    return first.stages.map(({ category, outcome, probability, required }: Body, at: number) => ({
      ...{ category, outcome, probability, required },
      name: payloads[(turn + at) % payloads.length]!.slice(0, 100),
      nameEn: payloads[(turn + at + 1) % payloads.length]!.slice(0, 100),
    }));
  }

  /** Changes what can be changed, so that histories hold payloads before and after. */
  async change() {
    const changed: string[] = [];
    for (const { path, schema } of routes(this.api, 'put', '200')) {
      const [, list] = /^\/api\/(\w+)\/\{\w+\}$/.exec(path) ?? [];
      const made = [...this.made.values()].find(one => one.path.endsWith(`/${list}`));
      if (!made || list === 'accounts' || list === 'roles' || list === 'pipelines') continue;
      const now = await (await this.request.get(`/api/${list}/${made.ids[0]}`)).json();
      const next = { ...body(this.api, schema, this.ids, 3), version: now.version ?? 1 };
      if (await this.persist('PUT', `/api/${list}/${made.ids[0]}`, schema, next, 3)) changed.push(list!);
    }
    return changed;
  }

  private async persist(method: string, path: string, schema: Schema, first: Body, turn: number) {
    let sent = first;
    for (let tries = 0; tries < attempts; tries++) {
      const answer = await this.send(method, path, sent);
      if (answer.ok()) return { answer: (await answer.json()) as Body, body: sent };
      expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBeLessThan(500);
      const { errors = [] } = (await answer.json()) as { errors?: { field: string }[] };
      if (errors.length === 0) return null;
      sent = without(this.api, schema, sent, errors.map(({ field }) => field), turn);
    }
    return null;
  }
}

const hostile = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(hostile) : typeof value === 'string' && /[<{(|']|W{50}/.test(value);
