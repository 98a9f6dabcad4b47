import { expect, test } from 'vitest';
import { compare, merged, same } from './merge';

const fields = ['name', 'phone', 'custom.region'].map(key => ({ key, label: key }));
const changes = (base: object, mine: object, theirs: object) =>
  Object.fromEntries(
    compare(
      fields,
      base as Record<string, unknown>,
      mine as Record<string, unknown>,
      theirs as Record<string, unknown>,
    ).map(({ key, changed }) => [key, changed]),
  );

test('nothing is nothing, however a form says it, and the order of keys does not matter', () => {
  expect(same('', null)).toBe(true);
  expect(same(undefined, [])).toBe(true);
  expect(same({ a: 1, b: null }, { b: '', a: 1 })).toBe(true);
  expect(same(0, null)).toBe(false);
  expect(same(false, null)).toBe(false);
  expect(same(['a', 'b'], ['b', 'a'])).toBe(false);
});

test('each field is changed by nobody, one side or both', () => {
  expect(changes({ name: 'a', phone: '1' }, { name: 'a', phone: '1' }, { name: 'a', phone: '1' })).toEqual({
    name: 'nobody',
    phone: 'nobody',
  });
  expect(changes({ name: 'a', phone: '1' }, { name: 'b', phone: '1' }, { name: 'a', phone: '2' })).toEqual({
    name: 'mine',
    phone: 'theirs',
  });
  expect(changes({ name: 'a' }, { name: 'b' }, { name: 'c' })).toEqual({ name: 'both' });
  // Two people who mean the same do not disagree.
  expect(changes({ name: 'a' }, { name: 'b' }, { name: 'b' })).toEqual({ name: 'nobody' });
});

test('what a form sends without naming it is kept, and what it does not hold is left alone', () => {
  const base = { name: 'a', owner: 'p1' };
  expect(changes(base, { name: 'a', owner: 'p2', from: '2026-01-01' }, { ...base, phone: '3' })).toEqual({
    name: 'nobody',
    owner: 'mine',
    from: 'mine',
  });
});

test('custom fields are compared one by one', () => {
  const base = { custom: { region: 'N', size: 1 } };
  const mine = { custom: { region: 'S', size: 1 } };
  const parts = compare(fields, base, mine, { custom: { region: 'N', size: 2 } });
  expect(parts.map(({ key, changed }) => [key, changed])).toEqual([
    ['custom.region', 'mine'],
    ['custom.size', 'theirs'],
  ]);
  expect(merged(mine, parts, {})).toEqual({ custom: { region: 'S', size: 2 } });
  expect(mine).toEqual({ custom: { region: 'S', size: 1 } });
});

test('a custom field others emptied is emptied, although the record no longer tells of it', () => {
  const mine = { name: 'b', custom: { region: 'N' } };
  const parts = compare(fields, { name: 'a', custom: { region: 'N' } }, mine, { name: 'a', custom: {} });
  expect(merged(mine, parts, {})).toEqual({ name: 'b', custom: { region: null } });
});

test('where both changed a field the choice decides, and without one nothing typed is lost', () => {
  const mine = { name: 'b' };
  const parts = compare(fields, { name: 'a' }, mine, { name: 'c' });
  expect(merged(mine, parts, {})).toEqual({ name: 'b' });
  expect(merged(mine, parts, { name: 'mine' })).toEqual({ name: 'b' });
  expect(merged(mine, parts, { name: 'theirs' })).toEqual({ name: 'c' });
});

test('what others emptied is emptied', () => {
  const mine = { name: 'a', phone: '1' };
  const parts = compare(fields, mine, mine, { name: 'a', phone: null });
  expect(merged(mine, parts, {})).toEqual({ name: 'a', phone: null });
});

test('after another late save the last answer is what both began with', () => {
  const first = compare(
    fields,
    { name: 'a', phone: '1' },
    { name: 'b', phone: '1' },
    { name: 'a', phone: '2' },
  );
  const mine = merged({ name: 'b', phone: '1' }, first, {});
  const second = compare(fields, { name: 'a', phone: '2' }, mine, { name: 'a', phone: '3' });
  expect(merged(mine, second, {})).toEqual({ name: 'b', phone: '3' });
});
