import { expect, test } from 'vitest';
import { sample } from './sample';
import {
  acceptSuggestions,
  decide,
  mapColumn,
  missingFields,
  neighbour,
  others,
  readOnlyWhy,
  setConstant,
  specOf,
  stepAt,
  undecided,
  withLayout,
} from './spec';
import type { Unknown } from './types';

const ready = { missing: [] };

test('a field stands in one column only, and not as a fixed value as well', () => {
  const spec = setConstant(specOf(sample()), 'stage', 'WON');
  const moved = mapColumn(mapColumn(spec, 1, 'stage'), 1, 'name');
  expect(moved.mapping).toEqual({ 0: null, 1: 'name' });
  expect(mapColumn(spec, 1, 'stage').constants).toEqual({});
});

test('required fields are missing until a column or a fixed value has them', () => {
  const { fields } = sample();
  const spec = specOf(sample());
  expect(missingFields(fields, spec).map(({ key }) => key)).toEqual(['currency']);
  expect(missingFields(fields, setConstant(spec, 'currency', 'USD'))).toEqual([]);
  expect(missingFields(fields, setConstant(spec, 'currency', ' '))).toHaveLength(1);
});

test('another reading of the file takes the suggestions anew and finds the headings anew', () => {
  const spec = withLayout(specOf(sample()), { separator: ';' });
  expect(spec.layout).toEqual({ encoding: 'UTF-8', separator: ';', sheet: null, headerLine: null });
  expect(spec.mapping).toBeNull();
  expect(withLayout(specOf(sample()), { headerLine: 0 }).layout.headerLine).toBe(0);
});

const stages: Unknown = {
  field: 'stage',
  label: 'stage',
  list: null,
  options: [],
  mayCreate: false,
  total: 5,
  texts: [
    {
      text: 'Won',
      count: 3,
      decision: null,
      suggestion: { value: 'WON', label: '赢单' },
    },
    { text: 'Lost', count: 2, decision: null, suggestion: null },
    { text: '?', count: 1, decision: null, suggestion: null },
  ],
};

test('suggestions are taken for open texts only; the rest stays open until all others are decided', () => {
  const refused = decide({}, 'stage', 'Won', { action: 'REFUSE' });
  expect(acceptSuggestions(stages, refused)).toEqual(refused);
  const taken = acceptSuggestions(stages, {});
  expect(taken).toEqual({ stage: { Won: { action: 'USE', value: 'WON', label: '赢单' } } });
  // Two of the listed and two that are not listed.
  expect(undecided(stages, taken)).toBe(4);
  expect(undecided(stages, decide(taken, 'stage', others, { action: 'EMPTY' }))).toBe(0);
  expect(decide(taken, 'stage', 'Won', null)).toEqual({ stage: {} });
});

test('the address leads to a step only when what it needs is there', () => {
  expect(stepAt(sample(), null)).toBe('layout');
  expect(stepAt(sample(), 'values')).toBe('columns');
  expect(stepAt(sample(ready), 'values')).toBe('values');
  expect(stepAt(sample({ ...ready, dateOrderNeeded: true }), 'check')).toBe('columns');
  expect(stepAt(sample({ ...ready, state: 'CHECKING' }), 'columns')).toBe('check');
  expect(stepAt(sample({ ...ready, state: 'RUNNING' }), 'columns')).toBe('result');
  // A run that imported nothing leads back to the check.
  expect(stepAt(sample({ ...ready, state: 'CHECKED' }), 'result')).toBe('check');
  expect(stepAt(sample({ ...ready, state: 'DONE' }), null)).toBe('result');
  expect(stepAt(sample({ ...ready, state: 'DONE' }), 'columns')).toBe('columns');
});

test('values are passed over where all are known', () => {
  expect(neighbour(sample(), 'columns', 1)).toBe('check');
  expect(neighbour(sample(), 'check', -1)).toBe('columns');
  expect(neighbour(sample({ unknown: [stages] }), 'columns', 1)).toBe('values');
  expect(neighbour(sample(), 'layout', -1)).toBeNull();
});

test('only its owner changes an import, while its file is there and nothing is at work', () => {
  expect(readOnlyWhy(sample())).toBeNull();
  expect(readOnlyWhy(sample({ mayEdit: false }))).toBe('foreign');
  expect(readOnlyWhy(sample({ filePresent: false }))).toBe('dropped');
  expect(readOnlyWhy(sample({ state: 'CHECKING' }))).toBe('busy');
  expect(readOnlyWhy(sample({ state: 'DONE' }))).toBe('done');
});
