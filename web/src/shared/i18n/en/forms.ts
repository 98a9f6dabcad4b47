import type { forms as zh } from '../zh/forms';
import type { Texts } from '../texts';

export const forms = {
  discard: {
    title: 'Discard unsaved changes?',
    text: 'What you entered will be lost if you leave.',
    stay: 'Keep editing',
    leave: 'Discard',
  },
  stale: {
    title: 'Someone else has just changed this record',
    text: 'While you were editing, the following changed. Choose which to keep.',
    field: 'Field',
    theirs: 'Now',
    mine: 'Mine',
    reload: 'Use what is there now',
    reapply: 'Apply mine on top',
    same: 'No field conflicts.',
  },
  line: { up: 'Move up: {{name}}', down: 'Move down: {{name}}', remove: 'Remove: {{name}}' },
  person: 'Choose a person',
  record: 'Search and choose',
  unnamed: '(no name)',
  unseen: '(a record you cannot see)',
  nothingFound: 'Nothing found',
  amount: 'Amount',
  currency: 'Currency',
} satisfies Texts<typeof zh>;
