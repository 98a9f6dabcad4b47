import { expect, test } from 'vitest';
import { treeOf } from './units';

test('units hang below the ones above them; those without a visible parent stand at the top', () => {
  const units = [
    { id: 'east', parent: 'sales', name: '华东' },
    { id: 'shanghai', parent: 'east', name: '上海' },
    { id: 'west', parent: 'sales', name: '西部' },
  ];
  expect(treeOf(units)).toEqual([
    { value: 'east', title: '华东', children: [{ value: 'shanghai', title: '上海', children: [] }] },
    { value: 'west', title: '西部', children: [] },
  ]);
});
