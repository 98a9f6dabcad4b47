import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Column, Listing, ListViews, SavedView } from '@/shared/api';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { ListPage } from '../ListPage';

const column = (key: string, label: string, shown = true): Column => ({
  key,
  label,
  kind: 'TEXT',
  shown,
  sortable: true,
  total: false,
  masked: false,
  editable: false,
  operators: ['IS'],
  options: null,
  list: null,
});
const listing: Listing = {
  name: 'customers',
  label: '客户',
  columns: [column('name', '名称'), column('city', '城市'), column('phone', '电话', false)],
  defaultSort: 'name',
  views: [
    { key: 'all', label: '全部', filter: { all: [] } },
    { key: 'mine', label: '我的', filter: { column: 'owner', operator: 'ME' } },
  ],
  groupBy: [],
  names: {},
  deletable: false,
  actions: [],
};
const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const inCity = { column: 'city', operator: 'IS' as const, values: ['杭州'] };
const saved: SavedView = {
  id,
  name: '杭州的',
  filter: inCity,
  sort: ['-city'],
  columns: [
    { key: 'city', width: 200, pin: 'LEFT' },
    { key: 'name', width: null, pin: null },
  ],
  layout: 'TABLE',
  groupBy: null,
  owner: { id: 'p1', name: '李娜' },
  mayChange: true,
  sharing: { everybody: false, units: [], roles: [] },
  version: 3,
  unfit: null,
};
const own: ListViews = {
  views: [saved],
  tabs: [
    { key: id, hidden: false },
    { key: 'mine', hidden: true },
    { key: 'all', hidden: false },
  ],
  opensWith: null,
  ownOpening: null,
  roles: [],
  columns: null,
};
const found = {
  rows: [{ id: '1', cells: { name: '恒远', city: '杭州', phone: '1' } }],
  total: 1,
  sums: {},
  page: 1,
  size: 50,
  before: null,
  after: null,
};

function list(at: string, views: Partial<ListViews> = {}, more: Parameters<typeof answer>[0] = {}) {
  const bodies: Record<string, unknown>[] = [];
  const heard = async (_: URL, request: Request) => {
    bodies.push((await request.json()) as Record<string, unknown>);
  };
  const requests = answer({
    'GET /api/lists/customers': () => listing,
    'GET /api/lists/customers/rows': () => found,
    'GET /api/lists/customers/views': () => ({ ...own, ...views }),
    'PUT /api/lists/customers/columns': heard,
    'PUT /api/lists/customers/opening': heard,
    [`PUT /api/views/${id}`]: async (_, request) => {
      bodies.push((await request.json()) as Record<string, unknown>);
      return saved;
    },
    'POST /api/lists/customers/views': async (_, request) => {
      bodies.push((await request.json()) as Record<string, unknown>);
      return { ...saved, id };
    },
    ...more,
  });
  const view = stage({ '/customers': <ListPage list="customers" /> }, at, session);
  const asked = () => requests.filter(({ url }) => url.pathname.endsWith('/rows'));
  return { ...view, requests, asked, bodies };
}

afterEach(() => vi.unstubAllGlobals());

const tabs = async () =>
  within(await screen.findByRole('navigation', { name: '视图' }))
    .getAllByRole('link')
    .map(link => link.textContent);

test('tabs stand in the person’s order, and a saved view brings all it keeps', async () => {
  const { asked } = list(`/customers?view=${id}`);
  expect(await tabs()).toEqual(['杭州的', '全部']);
  await screen.findByRole('table');
  const search = asked().at(-1)!.url.searchParams;
  expect(JSON.parse(search.get('filter')!)).toEqual(inCity);
  expect(search.get('sort')).toBe('-city');
  expect(search.get('columns')).toBe('city,name');
  expect(screen.getByText('城市 是 杭州')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '保存修改' })).toBeNull();
});

test('a change is noticed, saved on its version or reset', async () => {
  const { router, bodies } = list(`/customers?view=${id}`);
  await userEvent.click(await screen.findByRole('button', { name: /名称/ }));
  await waitFor(() => expect(router.state.location.search).toContain('sort=name'));
  await userEvent.click(screen.getByRole('button', { name: '还原' }));
  await waitFor(() => expect(router.state.location.search).not.toContain('sort'));
  await userEvent.click(screen.getByRole('button', { name: '移除筛选：城市 是 杭州' }));
  await userEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({ name: '杭州的', filter: { all: [] }, sort: ['-city'], version: 3 });
  await waitFor(() => expect(router.state.location.search).not.toContain('filter'));
});

test('who saved too late is told, and keeps what they changed', async () => {
  const { router } = list(
    `/customers?view=${id}&sort=name`,
    {},
    { [`PUT /api/views/${id}`]: () => problem(409, 'stale', { current: { version: 4 } }) },
  );
  await userEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  expect(await screen.findAllByText(/刚被别人修改/)).not.toHaveLength(0);
  expect(router.state.location.search).toContain('sort=name');
});

test('the present query is kept under a name', async () => {
  const filter = encodeURIComponent(JSON.stringify(inCity));
  const { router, bodies } = list(`/customers?view=mine&filter=${filter}&q=x`);
  await userEvent.click(await screen.findByRole('button', { name: '存为视图' }));
  await userEvent.type(await screen.findByLabelText('名称'), '我的杭州');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({
    name: '我的杭州',
    filter: { all: [listing.views[1]!.filter, inCity] },
    sort: [],
    columns: [],
    layout: 'TABLE',
    sharing: { everybody: false, units: [], roles: [] },
  });
  await waitFor(() => expect(router.state.location.search).toContain(`view=${id}`));
  expect(router.state.location.search).not.toContain('filter');
});

test('a list opens with what was chosen, and says so in the address', async () => {
  const { router, bodies } = list('/customers?page=2', { opensWith: id, ownOpening: id });
  await screen.findByRole('table');
  await waitFor(() => expect(router.state.location.search).toContain(`view=${id}`));
  expect(router.state.location.search).toContain('page=2');
  await userEvent.click(screen.getByRole('button', { name: '视图操作' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '不再作为我的默认视图' }));
  await waitFor(() => expect(bodies).toEqual([{ view: null }]));
});

test('a view that is not there shows no rows, and the way to all of them', async () => {
  const { asked } = list('/customers?view=bbbbbbbb-0000-4000-8000-000000000002');
  expect(await screen.findByText('没有这个视图')).toBeTruthy();
  expect(asked()).toHaveLength(0);
  await userEvent.click(screen.getByRole('button', { name: '查看全部' }));
  await screen.findByRole('table');
});

test('a view with conditions that cannot be used waits until they are taken out', async () => {
  const unfit = { columns: ['旧列'], conditions: ['旧字段'], remaining: inCity };
  const { asked } = list(`/customers?view=${id}`, { views: [{ ...saved, unfit }] });
  expect(await screen.findByText(/部分条件不能使用.*旧字段/)).toBeTruthy();
  expect(asked()).toHaveLength(0);
  await userEvent.click(screen.getByRole('button', { name: '去掉这些条件' }));
  await screen.findByRole('table');
  expect(asked()).toHaveLength(1);
});

test('columns chosen beside a declared view follow the person, and stand in the address', async () => {
  const { router, bodies } = list('/customers?view=all', {
    columns: [{ key: 'phone', width: 120, pin: null }],
  });
  await waitFor(() => expect(router.state.location.search).toContain('columns=phone%3A120'));
  await userEvent.click(await screen.findByRole('button', { name: '列' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: '城市' }));
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toEqual({
    columns: [
      { key: 'phone', width: 120, pin: null },
      { key: 'city', width: null, pin: null },
    ],
  });
  await userEvent.click(screen.getByRole('button', { name: '恢复默认列' }));
  await waitFor(() => expect(bodies.at(-1)).toEqual({ columns: null }));
  await waitFor(() => expect(router.state.location.search).not.toContain('columns'));
});

test('a width is typed, a pinned column stays at its edge', async () => {
  const { bodies } = list('/customers?view=all&columns=name,city::r,phone');
  const table = await screen.findByRole('table');
  const heads = within(table).getAllByRole('columnheader');
  expect(heads.map(({ textContent }) => textContent).slice(0, 3)).toEqual(['名称', '电话', '城市']);
  expect(heads[2]!.style.right).toBe('0px');
  await userEvent.click(screen.getByRole('button', { name: '列' }));
  await userEvent.type(await screen.findByLabelText('名称的宽度'), '9999{Enter}');
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect((bodies[0] as { columns: unknown[] }).columns[0]).toEqual({ key: 'name', width: 1200, pin: null });
});

test('on a phone the views are a menu', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('max-width'),
    media,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
  }));
  const { router } = list(`/customers?view=${id}`);
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: '视图' });
  await waitFor(() => expect(button().disabled).toBe(false));
  const menu = button();
  expect(menu.textContent).toContain('杭州的');
  await userEvent.click(menu);
  await userEvent.click(await screen.findByRole('menuitem', { name: '全部' }));
  await waitFor(() => expect(router.state.location.search).toBe('?view=all'));
});
