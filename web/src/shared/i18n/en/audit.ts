import type { audit as zh } from '../zh/audit';
import type { Texts } from '../texts';

export const audit = {
  changes: 'Changes',
  noChanges: 'No field was changed',
  changed: '{{fields}}',
  andMore: '{{fields}} and more ({{number}} in all)',
  arrow: 'became',
  field: 'Field',
  before: 'Before',
  after: 'After',
  notFound: 'This entry is not on the page shown. Open it again from the list.',
} satisfies Texts<typeof zh>;
