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
  masked: false,
  editable: false,
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

test('fields are called what the log calls them, whatever the record, and an entry is told in words', async () => {
  const names: Record<string, Record<string, string>> = {
    customers: { name: '名称', remark: '备注' },
    units: { head: '负责人' },
  };
  answer({
    'GET /api/lists/audit': () =>
      listing('audit', [column('subject', '对象'), column('type', '类型'), column('changes', '变更')]),
    'GET /api/audit/fields/customers': () => names['customers'],
    'GET /api/audit/fields/units': () => names['units'],
    'GET /api/lists/audit/rows': () => ({
      rows: [entry('1', 'customers', 'name'), entry('2', 'customers', 'remark'), entry('3', 'units', 'head')],
      total: 3,
      sums: {},
      page: 1,
      size: 50,
      before: null,
      after: null,
    }),
    'GET /api/audit/entries/3': () => ({
      id: '3',
      at: '2026-01-02T03:04:05Z',
      actor: null,
      actorName: '李娜',
      action: 'changed',
      actionLabel: '修改',
      subject: '华东',
      changes: [{ field: 'head', label: '负责人', before: '王伟', after: '李娜' }],
    }),
  });
  stage({ '/audit': <AuditPage /> }, '/audit?open=3', auditor);
  expect(await screen.findByText('名称')).toBeTruthy();
  expect(await screen.findByText('备注')).toBeTruthy();
  expect(await screen.findByText('王伟')).toBeTruthy();
  expect((await screen.findAllByText('负责人')).length).toBe(2);
});
