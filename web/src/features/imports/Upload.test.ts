import { expect, test } from 'vitest';
import { refusalOf } from './Upload';

test('a file that cannot be read is refused before it is sent', () => {
  expect(refusalOf({ name: 'deals.CSV', size: 10 })).toBeNull();
  expect(refusalOf({ name: 'deals.xlsx', size: 10 })).toBeNull();
  expect(refusalOf({ name: 'deals.xls', size: 10 })).toBe('imports.upload.oldExcel');
  expect(refusalOf({ name: 'deals.pdf', size: 10 })).toBe('imports.upload.type');
  expect(refusalOf({ name: 'deals', size: 10 })).toBe('imports.upload.type');
  expect(refusalOf({ name: 'deals.csv', size: 0 })).toBe('imports.upload.empty');
  expect(refusalOf({ name: 'deals.csv', size: 65 * 1024 * 1024 })).toBe('imports.upload.tooLarge');
});
