import { expect, test } from 'vitest';
import type { Filter } from '@/shared/api/types';
import {
  combine,
  decodeFilter,
  encodeFilter,
  fromDraft,
  inGroup,
  isComplete,
  toDraft,
  without,
} from './filters';
import { decodeSort, encodeSort, listHref, patched, readQuery, writeQuery } from './query';

const grade: Filter = { column: 'grade', operator: 'IS', values: ['A', 'B'] };
const amount: Filter = { column: 'amount', operator: 'AT_LEAST', values: ['1000000'] };
const soon: Filter = { column: 'nextOn', operator: 'WITHIN', values: ['THIS_WEEK'] };
const nested: Filter = { all: [grade, { any: [amount, soon] }] };

test('a filter survives the address', () => {
  const params = writeQuery({ ...readQuery(new URLSearchParams()), filter: nested, q: '恒远 & 泰', page: 3 });
  const query = readQuery(new URLSearchParams(params.toString()));
  expect(query.filter).toEqual(nested);
  expect(query.q).toBe('恒远 & 泰');
  expect(query.page).toBe(3);
});

test('rubbish in the address is recognised, not obeyed', () => {
  for (const text of [
    '{',
    '42',
    '{"column":1}',
    '{"column":"a","operator":"DROP"}',
    '{"all":[{"column":"a"}]}',
  ]) {
    expect(decodeFilter(text)).toBeUndefined();
  }
  expect(decodeFilter(null)).toBeNull();
  const query = readQuery(new URLSearchParams('filter=%7B&page=-2&size=7&layout=moon'));
  expect(query).toMatchObject({ filter: null, filterIgnored: true, page: 1, size: 50, layout: null });
});

test('only what differs from the defaults is written', () => {
  expect(writeQuery(readQuery(new URLSearchParams())).toString()).toBe('');
  expect(writeQuery(readQuery(new URLSearchParams('tab=x&page=1'))).toString()).toBe('');
});

test('parameters of others are left alone', () => {
  const params = new URLSearchParams('year=2026&q=a');
  expect(writeQuery(patched(readQuery(params), { q: 'b' }), params).toString()).toBe('year=2026&q=b');
});

test('a new question starts at the first page, opening a record does not', () => {
  const query = { ...readQuery(new URLSearchParams()), page: 4 };
  expect(patched(query, { q: 'x' }).page).toBe(1);
  expect(patched(query, { open: '1' }).page).toBe(4);
  expect(patched(query, { page: 5 }).page).toBe(5);
});

test('sorting has a direction and an order', () => {
  expect(decodeSort('-amount,name')).toEqual([
    { column: 'amount', descending: true },
    { column: 'name', descending: false },
  ]);
  expect(encodeSort(decodeSort('-amount,name'))).toBe('-amount,name');
});

test('filters combine without empty shells', () => {
  expect(combine(null, undefined, { all: [] })).toBeNull();
  expect(combine(null, grade)).toEqual(grade);
  expect(combine(grade, amount)).toEqual({ all: [grade, amount] });
  expect(combine(grade, inGroup('stage', null))).toEqual({
    all: [grade, { column: 'stage', operator: 'EMPTY' }],
  });
});

test('a chip can be taken away', () => {
  expect(without(nested, 0)).toEqual({ all: [{ any: [amount, soon] }] });
  expect(without(grade, 0)).toBeNull();
});

test('the builder edits one level of groups and gives the same filter back', () => {
  expect(fromDraft(toDraft(nested)!)).toEqual(nested);
  expect(toDraft({ all: [{ any: [{ all: [grade] }] }] })).toBeNull();
  expect(fromDraft({ join: 'all', items: [{ join: 'any', items: [] }] })).toBeNull();
});

test('a condition is complete when its operator has what it needs', () => {
  expect(isComplete({ column: 'a', operator: 'EMPTY' })).toBe(true);
  expect(isComplete({ column: 'a', operator: 'IS', values: [] })).toBe(false);
  expect(isComplete({ column: 'a', operator: 'BETWEEN', values: ['1', ''] })).toBe(false);
  expect(isComplete({ column: 'a', operator: 'BETWEEN', values: ['1', '2'] })).toBe(true);
});

test('a number on another page links to its records', () => {
  const href = listHref('/customers', { filter: grade });
  expect(readQuery(new URLSearchParams(href.split('?')[1])).filter).toEqual(grade);
  expect(encodeFilter(grade)).toBe('{"column":"grade","operator":"IS","values":["A","B"]}');
});
