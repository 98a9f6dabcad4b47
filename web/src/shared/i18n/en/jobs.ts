import type { jobs as zh } from '../zh/jobs';
import type { Texts } from '../texts';

export const jobs = {
  progress: 'Progress',
  owner: 'Started by',
  createdAt: 'Started',
  finishedAt: 'Ended',
  kind: 'Kind',
  result: 'Result',
  noResult: 'Nothing more to report',
  cancelling: 'Cancelling',
  cancelTitle: 'Cancel “{{title}}”?',
  cancelText: 'What has been done so far is undone; nothing is left half done.',
  field: {
    created: 'Created',
    updated: 'Updated',
    skipped: 'Skipped',
    refused: 'Refused',
    rows: 'Rows',
    seconds: 'Seconds',
    imported: 'Imported',
    done: 'Done',
    failed: 'Failed',
    entries: 'Entries',
    found: 'Does not fit',
    unchanged: 'Nothing to change',
    list: 'List',
    action: 'Action',
    file: 'File',
  },
} satisfies Texts<typeof zh>;
