import { expect, test } from 'vitest';
import { moved } from './lineKeys';
import { decodeColumns, encodeColumns } from './query';

test('one is taken out of its place and put where another is', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a'], 3, 0)).toEqual(['a']);
});

test('columns stand in an address with width and edge, whatever is wrong with it', () => {
  const columns = [
    { key: 'name', width: 240, pin: 'LEFT' as const },
    { key: 'custom.size', width: null, pin: 'RIGHT' as const },
    { key: 'city', width: null, pin: null },
  ];
  expect(encodeColumns(columns)).toBe('name:240:l,custom.size::r,city');
  expect(decodeColumns(encodeColumns(columns))).toEqual(columns);
  expect(decodeColumns('name:1:x,name,,city:wide')).toEqual([
    { key: 'name', width: null, pin: null },
    { key: 'city', width: null, pin: null },
  ]);
  expect(decodeColumns('')).toBeNull();
});
