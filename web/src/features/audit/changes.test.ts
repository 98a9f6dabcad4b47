import { expect, test } from 'vitest';
import { changesOf } from './changes';

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
