import { expect, test } from 'vitest';
import { size } from './size';

test('sizes are told in the unit that fits', () => {
  expect(size(0, 'en')).toBe('0 byte');
  expect(size(1536, 'en')).toBe('1.5 kB');
  expect(size(12 * 1024 ** 2, 'zh-CN')).toBe('12 MB');
  expect(size(1.25 * 1024 ** 3, 'en')).toBe('1.25 GB');
  expect(size(5000 * 1024 ** 4, 'en')).toBe('5,000 TB');
});
