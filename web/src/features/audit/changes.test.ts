import { expect, test } from 'vitest';
import { changesOf, wordsOf } from './changes';

const words = { yes: '是', no: '否', separator: '、', number: (value: number) => String(value) };

test('the JSON of a cell becomes changes; anything else none', () => {
  expect(changesOf('[{"field":"level","before":"B","after":"A"},{"field":"tags"}]')).toEqual([
    { field: 'level', before: 'B', after: 'A' },
    { field: 'tags', before: null, after: null },
  ]);
  expect(changesOf('[]')).toEqual([]);
  expect(changesOf('{"field":"level"}')).toEqual([]);
  expect(changesOf('not json')).toEqual([]);
  expect(changesOf(null)).toEqual([]);
});

test('values are said in words', () => {
  expect(wordsOf('', words)).toBeNull();
  expect(wordsOf([], words)).toBeNull();
  expect(wordsOf(false, words)).toBe('否');
  expect(wordsOf(['重点', '展会'], words)).toBe('重点、展会');
  expect(wordsOf({ id: 'p1', name: '李娜' }, words)).toBe('李娜');
  expect(wordsOf({ amount: 12.5, currency: 'CNY' }, words)).toBe('12.5 CNY');
});
