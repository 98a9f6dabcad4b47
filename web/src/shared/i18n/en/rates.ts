import type { rates as zh } from '../zh/rates';
import type { Texts } from '../texts';

export const rates = {
  create: 'New rate',
  edit: 'Edit rate',
  required: 'Required',
  saved: 'Rate saved',
  stale: 'Somebody else changed this rate; open it again',
  missing: 'You cannot see this rate',
  hint: 'How much {{currency}} one unit of the other currency is. It holds from its day until the next rate. Closed opportunities keep theirs.',
  currency: 'Currency',
  from: 'Valid from',
  fromHint: 'One for each currency and day.',
  rate: 'In {{currency}}',
  remove: 'Delete rate',
  removeText: 'What was converted keeps its rate.',
} satisfies Texts<typeof zh>;
