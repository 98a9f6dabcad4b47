import type { records as zh } from '../zh/records';
import type { Texts } from '../texts';

export const records = {
  details: 'Details',
  reveal: 'Show the whole {{field}}',
  revealHint: 'Show in full (this is logged)',
  timeline: 'Timeline',
  related: 'Related',
  stages: 'Stages',
  missing: 'It may have been deleted, or it is outside what you may see.',
  notRenewed: 'What you see below was fetched earlier and may be out of date.',
  history: 'Changes',
  historyOf: '{{name}}: changes',
  erased: 'Personal data was erased',
  noHistory: 'No changes yet',
  became: ' → ',
  noTimeline: 'Nothing has happened yet',
  earlier: 'Earlier',
  backTo: 'Back to {{label}}',
  open: 'Open full page',
  actions: 'Actions',
  job: {
    waiting: 'Waiting',
    running: 'Running',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
    cancel: 'Cancel the job',
  },
} satisfies Texts<typeof zh>;
