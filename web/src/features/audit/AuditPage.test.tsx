import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Column, Session } from '@/shared/api';
import { answer, session, stage } from '@/shared/testing/stage';
import AuditPage from './AuditPage';

afterEach(() => vi.unstubAllGlobals());

const column = (key: string, label: string): Column => ({
  key,
  label,
  kind: 'TEXT',
  shown: true,
  sortable: false,
  total: false,
  operators: [],
  options: null,
  list: null,
});
const listing = (name: string, columns: Column[], names = {}) => ({
  name,
  label: name,
  columns,
  defaultSort: null,
  views: [],
  groupBy: [],
  actions: [],
  names,
});
const entry = (id: string, type: string, field: string) => ({
  id,
  cells: { subject: id, type, changes: JSON.stringify([{ field, before: null, after: 'x' }]) },
});
const auditor: Session = {
  ...session,
  me: { ...session.me!, permissions: { 'audit:read': 'ALL', 'customers:read': 'ALL' } },
};

test('fields are called what their list calls them, and what has no list is not asked for one', async () => {
  const requests = answer({
    'GET /api/lists/audit': () =>
      listing('audit', [column('subject', '对象'), column('type', '类型'), column('changes', '变更')]),
    'GET /api/lists/customers': () =>
      listing('customers', [column('name', '名称')], { name: '名称', remark: '备注' }),
    'GET /api/lists/audit/rows': () => ({
      rows: [entry('1', 'customers', 'name'), entry('2', 'customers', 'remark'), entry('3', 'units', 'head')],
      total: 3,
      sums: {},
      page: 1,
      size: 50,
      before: null,
      after: null,
    }),
  });
  stage({ '/audit': <AuditPage /> }, '/audit', auditor);
  expect(await screen.findByText('名称')).toBeTruthy();
  expect(await screen.findByText('备注')).toBeTruthy();
  expect(screen.getByText('head')).toBeTruthy();
  expect(requests.map(({ url }) => url.pathname)).not.toContain('/api/lists/units');
});
