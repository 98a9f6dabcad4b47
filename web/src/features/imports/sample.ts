import type { Import, ImportField } from './types';

const field = (key: string, more: Partial<ImportField> = {}): ImportField => ({
  key,
  label: key,
  type: 'TEXT',
  required: false,
  hasVocabulary: false,
  options: [],
  list: null,
  mayCreate: false,
  ...more,
});

/** An import as tests need it. */
export const sample = (more: Partial<Import> = {}): Import => ({
  id: 'i1',
  kind: 'opportunities',
  kindLabel: '商机',
  fileName: 'deals.csv',
  state: 'UPLOADED',
  message: null,
  owner: { id: 'p1', name: '李娜' },
  mayEdit: true,
  filePresent: true,
  job: null,
  version: 1,
  createdAt: '2026-01-05T02:00:00Z',
  finishedAt: null,
  layout: { format: 'CSV', encoding: 'UTF-8', separator: ',', sheet: null, headerLine: 1 },
  sheets: [],
  damaged: 0,
  head: [
    { line: 1, cells: ['name', 'stage'] },
    { line: 2, cells: ['A', 'Won'] },
  ],
  columns: [
    { index: 0, heading: 'name', samples: ['A'], suggestion: 'name', suggestedBy: 'heading', field: 'name' },
    { index: 1, heading: 'stage', samples: ['Won'], suggestion: null, suggestedBy: null, field: null },
  ],
  rowCount: 1,
  fields: [field('name', { required: true }), field('stage'), field('currency', { required: true })],
  mapping: { 0: 'name' },
  constants: {},
  decisions: {},
  dateOrder: null,
  dateOrderNeeded: false,
  missing: [{ key: 'currency', label: 'currency' }],
  unknown: [],
  report: null,
  ...more,
});
