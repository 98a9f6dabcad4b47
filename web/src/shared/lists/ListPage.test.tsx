import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Column, Listing, Rows, Session } from '@/shared/api';
import { switchLanguage, today } from '@/shared/i18n';
import { answer, problem, session, stage } from '@/shared/testing/stage';
import { ListPage, type ListPageProps } from './ListPage';
import { nextSort } from './ListTable';

const column = (key: string, label: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  key,
  label,
  kind,
  shown: true,
  sortable: true,
  total: false,
  masked: false,
  editable: false,
  operators: ['IS'],
  options: null,
  list: null,
  ...more,
});
const grades = [
  { value: 'A', label: '重点', color: null },
  { value: 'B', label: '普通', color: null },
];
const listing: Listing = {
  name: 'customers',
  label: '客户',
  columns: [
    column('name', '名称', 'TEXT'),
    column('grade', '等级', 'CHOICE', { options: grades }),
    column('amount', '金额', 'MONEY', { total: true, masked: false, editable: false }),
    column('phone', '电话', 'PHONE', { shown: false }),
  ],
  defaultSort: '-amount',
  views: [
    { key: 'mine', label: '我的', filter: { column: 'owner', operator: 'ME' } },
    { key: 'all', label: '全部', filter: { all: [] } },
  ],
  groupBy: ['grade'],
  names: {},
  deletable: false,
  actions: ['create', 'export', 'assign', 'delete'],
};
const row = (id: string, name: string, grade: string, amount: number) => ({
  id,
  cells: { name, grade, amount: { amount, currency: 'CNY' } },
});
const rows = (...list: Rows['rows']): Rows => ({
  rows: list,
  total: list.length,
  sums: { amount: [{ amount: 12_345_678, currency: 'CNY' }] },
  page: 1,
  size: 50,
  editable: null,
  before: null,
  after: null,
});
const two = rows(row('1', '恒远机电', 'A', 1234.5), row('2', '浦江仪器', 'B', 88));

function list(
  props: Partial<ListPageProps> = {},
  at = '/customers',
  more: Parameters<typeof answer>[0] = {},
  document: Session = session,
) {
  const requests = answer({
    'GET /api/lists/customers': () => listing,
    'GET /api/lists/customers/rows': () => two,
    ...more,
  });
  const view = stage({ '/customers': <ListPage list="customers" {...props} /> }, at, document);
  const asked = () => requests.filter(({ url }) => url.pathname.endsWith('/rows')).at(-1)!.url.searchParams;
  return { ...view, requests, asked };
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await switchLanguage('zh-CN');
});

const salesperson: Session = {
  ...session,
  me: { ...session.me!, permissions: { 'customers:read': 'OWN' } },
};

test('shows the rows as their kinds ask, with count and sums', async () => {
  const { asked } = list({}, '/customers', {}, salesperson);
  const table = await screen.findByRole('table');
  expect(within(table).getByText('重点')).toBeTruthy();
  expect(within(table).getByText('1,234.50')).toBeTruthy();
  expect(screen.getByText('共 2 条')).toBeTruthy();
  expect(screen.getByText('¥1,235 万')).toBeTruthy();
  expect(within(table).queryByText('电话')).toBeNull();
  expect(JSON.parse(asked().get('filter')!)).toEqual({ column: 'owner', operator: 'ME' });
  expect(asked().get('sort')).toBe('-amount');
  expect(within(table).getByRole('link', { name: '恒远机电' }).getAttribute('href')).toBe('/customers/1');
});

test('the address says what is listed', async () => {
  const filter = { column: 'grade', operator: 'IS', values: ['A'] };
  const search = new URLSearchParams({
    view: 'all',
    filter: JSON.stringify(filter),
    sort: 'name',
    columns: 'name,phone',
  });
  const { asked, router } = list({}, `/customers?${search}`);
  expect(await screen.findByText('等级 是 重点')).toBeTruthy();
  expect(JSON.parse(asked().get('filter')!)).toEqual(filter);
  expect(asked().get('sort')).toBe('name');
  expect(await screen.findByText('电话')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '移除筛选：等级 是 重点' }));
  await waitFor(() => expect(router.state.location.search).not.toContain('filter'));
  expect(asked().get('filter')).toBeNull();
});

const person = 'aaaaaaaa-0000-4000-8000-000000000001';
const unit = 'bbbbbbbb-0000-4000-8000-000000000002';
const owned: Listing = {
  ...listing,
  columns: [
    ...listing.columns,
    column('owner', '负责人', 'PERSON', { operators: ['IS', 'IN_UNIT'] }),
    column('parent', '上级', 'RECORD', { list: 'customers', operators: ['CONTAINS', 'IS'] }),
    column('followedAt', '最近跟进', 'INSTANT', { operators: ['AT_MOST'] }),
  ],
};
const reader = {
  ...session,
  me: { ...session.me!, permissions: { 'customers:read': 'ALL', 'people:read': 'ALL' } },
} as const;
const filteredBy = (filter: object) =>
  `/customers?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
const names = {
  'GET /api/lists/customers': () => owned,
  [`GET /api/people/${person}`]: () => ({ id: person, name: '王强' }),
  'GET /api/organisation': () => ({ units: [{ id: unit, parentId: null, name: '华东区', nameEn: 'East' }] }),
};

test('a chip names people and departments, and never shows an id', async () => {
  const all = [
    { column: 'owner', operator: 'IS', values: [person] },
    { column: 'owner', operator: 'IN_UNIT', values: [unit] },
    { column: 'parent', operator: 'IS', values: ['cccccccc-0000-4000-8000-000000000003'] },
  ];
  list({}, filteredBy({ all }), names, reader);
  expect(await screen.findByText('负责人 是 王强')).toBeTruthy();
  expect(await screen.findByText('负责人 属于部门 华东区')).toBeTruthy();
  expect(screen.getByText('上级 是 已选 1 项')).toBeTruthy();
});

test('a value is asked for as column and operator need it', async () => {
  const any = [
    { column: 'owner', operator: 'IN_UNIT', values: [] },
    { column: 'parent', operator: 'CONTAINS', values: ['恒远'] },
    { column: 'followedAt', operator: 'AT_MOST', values: [] },
  ];
  const { asked } = list({}, filteredBy({ any }), names, reader);
  await userEvent.click(await screen.findByRole('button', { name: /^筛选/ }));
  const [department, text, day] = await screen.findAllByLabelText('值');
  expect((text as HTMLInputElement).value).toBe('恒远');
  await userEvent.click(department!);
  await userEvent.click(await screen.findByText('华东区'));
  await userEvent.click(day!);
  await userEvent.click(await screen.findByTitle(today()));
  await userEvent.click(screen.getByRole('button', { name: '应用' }));
  await waitFor(() => expect(asked().get('filter')).toContain(unit));
  // The whole of the day, in whatever time zone.
  expect(asked().get('filter')).toContain(':59.999Z');
});

test('searching, views and sorting change the address', async () => {
  const { asked, router } = list();
  await screen.findByRole('table');
  await userEvent.keyboard('/');
  await userEvent.type(document.activeElement!, '恒远');
  await waitFor(() => expect(asked().get('q')).toBe('恒远'));
  await userEvent.click(screen.getByRole('link', { name: '全部' }));
  await waitFor(() => expect(asked().get('filter')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: '名称' }));
  await waitFor(() => expect(asked().get('sort')).toBe('name'));
  expect(router.state.location.search).toContain('view=all');
});

test('sorts by one column, or with Shift by several', () => {
  const byName = nextSort([], 'name', false);
  expect(byName).toEqual([{ column: 'name', descending: false }]);
  expect(nextSort(byName, 'name', false)).toEqual([{ column: 'name', descending: true }]);
  expect(nextSort([{ column: 'name', descending: true }], 'name', false)).toEqual([]);
  expect(nextSort(byName, 'amount', true)).toEqual([...byName, { column: 'amount', descending: false }]);
});

test('selected rows get their actions', async () => {
  const bulk = vi.fn(({ ids }: { ids: string[] }) => <button>{`转交 ${ids.join()}`}</button>);
  list({ bulk });
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择浦江仪器' }));
  expect(screen.getByText('已选 1 条')).toBeTruthy();
  expect(screen.getByRole('button', { name: '转交 2' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '取消选择' }));
  expect(screen.queryByText('已选 1 条')).toBeNull();
});

test('a failure keeps its code and can be tried again', async () => {
  let failing = true;
  list({}, '/customers', {
    'GET /api/lists/customers/rows': () => (failing ? problem(500, 'broken', { detail: '数据库离线' }) : two),
  });
  expect(await screen.findByText('数据库离线')).toBeTruthy();
  expect(screen.getByText('代码 broken')).toBeTruthy();
  failing = false;
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('恒远机电')).toBeTruthy();
});

test('an empty list says so and offers the one action', async () => {
  list({ create: ({ open }) => (open ? <p>新客户表单</p> : null) }, '/customers', {
    'GET /api/lists/customers/rows': () => rows(),
  });
  expect(await screen.findByText('还没有客户')).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: '新建' })[1]!);
  expect(await screen.findByText('新客户表单')).toBeTruthy();
});

test('another language asks the server again and needs no reload', async () => {
  const { requests } = list();
  await screen.findByText('共 2 条');
  await switchLanguage('en');
  expect(await screen.findByText('2 in all')).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
  await waitFor(() => expect(requests.at(-1)!.headers.get('Accept-Language')).toBe('en'));
});

test('a card moves to another column through its menu', async () => {
  const onMove = vi.fn(async () => undefined);
  list(
    { kanban: { by: 'grade', card: { title: 'name', amount: 'amount' }, onMove } },
    '/customers?layout=kanban&view=all',
    {
      'GET /api/lists/customers/groups': () => [
        { value: 'A', label: '重点', count: 1, sums: { amount: [{ amount: 1234.5, currency: 'CNY' }] } },
        { value: 'B', label: '普通', count: 1, sums: { amount: [{ amount: 88, currency: 'CNY' }] } },
      ],
      'GET /api/lists/customers/rows': url => {
        const filter = JSON.parse(url.searchParams.get('filter') ?? 'null') as { values?: string[] } | null;
        return rows(
          ...two.rows.filter(({ cells }) => !filter || filter.values?.includes(cells.grade as string)),
        );
      },
    },
  );
  await userEvent.click(await screen.findByRole('button', { name: '恒远机电：移动到' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '普通' }));
  await waitFor(() => expect(onMove).toHaveBeenCalledWith('1', 'A', 'B', two.rows[0]));
  expect(await screen.findByText('已把恒远机电移动到普通')).toBeTruthy();
});

test('who sees more than their own starts with all records', async () => {
  const { asked } = list();
  await screen.findByRole('table');
  expect(asked().get('filter')).toBeNull();
  expect(screen.getByRole('link', { name: '全部' }).getAttribute('aria-current')).toBe('true');
});

test('a view without records says so and leads to all of them', async () => {
  const { router } = list({}, '/customers', { 'GET /api/lists/customers/rows': () => rows() }, salesperson);
  expect(await screen.findByText('“我的”里没有记录')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '查看全部' }));
  await waitFor(() => expect(router.state.location.search).toBe('?view=all'));
});

test('importing is offered to those who may, for this list', async () => {
  const importer: Session = {
    ...session,
    me: { ...session.me!, permissions: { 'imports:run': 'ALL', 'customers:create': 'ALL' } },
  };
  list({}, '/customers', {}, importer);
  const link = await screen.findByRole('link', { name: '导入' });
  expect(link.getAttribute('href')).toBe('/imports/new?kind=customers');
});

test('a refused export is said and not saved as a file', async () => {
  const { requests } = list({ needs: ['phone'] }, '/customers', {
    'GET /api/lists/customers/export': () => problem(403, 'not-allowed', { detail: '您不能导出客户。' }),
  });
  const save = vi.spyOn(HTMLAnchorElement.prototype, 'click');
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'CSV 文件' }));
  expect(await screen.findAllByText('您不能导出客户。')).not.toHaveLength(0);
  expect(save).not.toHaveBeenCalled();
  const sent = requests.find(({ url }) => url.pathname.endsWith('/export'))!;
  expect(sent.url.searchParams.get('columns')).toBe('name,grade,amount');
});

test('a space at the end of the search stays while one goes on typing', async () => {
  const { asked } = list();
  const search = await screen.findByRole<HTMLInputElement>('textbox', { name: '搜索客户' });
  await userEvent.type(search, 'Acme ');
  await waitFor(() => expect(asked().get('q')).toBe('Acme'));
  expect(search.value).toBe('Acme ');
});

test('a panel takes the focus and gives it back', async () => {
  list();
  const columns = await screen.findByRole('button', { name: '列' });
  await userEvent.click(columns);
  const first = await screen.findByRole('checkbox', { name: '名称' });
  await waitFor(() => expect(document.activeElement).toBe(first));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(columns));
});

test('on a phone one menu sorts, chooses columns and selects', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('max-width'),
    media,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
  }));
  list({ bulk: ({ ids }) => <button>{`转交 ${ids.join()}`}</button> });
  await userEvent.click(await screen.findByRole('button', { name: '更多' }));
  expect(await screen.findByRole('menuitem', { name: '导出 · CSV 文件' })).toBeTruthy();
  await userEvent.click(screen.getByRole('menuitem', { name: '选择' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择浦江仪器' }));
  expect(screen.getByRole('button', { name: '转交 2' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '取消选择' }));
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('a link is never put into the link of its row', async () => {
  const called: Listing = { ...listing, columns: [listing.columns[3]!, listing.columns[0]!] };
  list({}, '/customers?columns=phone,name', {
    'GET /api/lists/customers': () => called,
    'GET /api/lists/customers/rows': () =>
      rows({ id: '1', cells: { phone: '+8613800000000', name: '恒远' } }),
  });
  const link = await screen.findByRole('link', { name: '+8613800000000' });
  expect(link.getAttribute('href')).toBe('/customers/1');
  expect(link.querySelector('a')).toBeNull();
});

test('a next page continues behind the one before it, and nothing is counted twice', async () => {
  const many = { ...two, total: 120, before: 'front', after: 'behind' };
  const { asked, requests } = list({}, '/customers?view=all', {
    'GET /api/lists/customers/rows': url => ({ ...many, page: Number(url.searchParams.get('page')) }),
  });
  expect(await screen.findByText('共 120 条')).toBeTruthy();
  expect(asked().get('total')).toBeNull();
  await userEvent.click(screen.getByTitle('2'));
  await waitFor(() => expect(asked().get('page')).toBe('2'));
  expect(asked().get('after')).toBe('behind');
  expect(asked().get('total')).toBe('120');
  expect(screen.getByText('¥1,235 万')).toBeTruthy();
  await userEvent.click(screen.getByTitle('3'));
  await waitFor(() => expect(asked().get('page')).toBe('3'));
  await userEvent.click(screen.getByTitle('1'));
  expect(
    requests.every(({ url }) => url.searchParams.get('page') !== '1' || !url.searchParams.get('before')),
  ).toBe(true);
});
