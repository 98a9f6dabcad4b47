import { expect, test } from 'vitest';
import type { CustomField } from './data';
import { customBody, heldOf, isRequired } from './values';

const field = (required: CustomField['required']): CustomField => ({
  id: '1',
  code: 'reason',
  type: 'TEXT',
  name: { zh: '原因', en: 'Reason' },
  help: null,
  section: null,
  fallback: null,
  formula: null,
  required,
  options: [],
  shown: true,
  totalled: false,
  filterable: false,
  searched: false,
  retired: false,
  version: 1,
});

test('a form holds people by their ids, and what was emptied is said to be', () => {
  const held = heldOf({ boss: { id: 'p1', name: '孙经理' }, shops: 3, kinds: ['a'] });
  expect(held).toEqual({ boss: 'p1', shops: 3, kinds: ['a'] });
  expect(customBody({ ...held, shops: undefined })).toEqual({ boss: 'p1', shops: null, kinds: ['a'] });
  expect(customBody(undefined)).toBeUndefined();
});

test('a field is required by what another holds', () => {
  const byLevel = field({ when: 'WHEN', field: 'level', values: ['A', 'B'] });
  expect(isRequired(byLevel, {}, { level: 'A' })).toBe(true);
  expect(isRequired(byLevel, {}, { level: 'C' })).toBe(false);
  expect(isRequired(byLevel, {}, {})).toBe(false);
  const byFlag = field({ when: 'WHEN', field: 'custom.sure', values: ['false'] });
  expect(isRequired(byFlag, { sure: true }, {})).toBe(false);
  expect(isRequired(byFlag, {}, {})).toBe(true);
  expect(isRequired(field({ when: 'ALWAYS', field: null, values: [] }), {}, {})).toBe(true);
});
