import type { team as zh } from '../zh/team';
import type { Texts } from '../texts';

export const team = {
  assign: 'Hand over',
  assignTitle: 'Hand over to someone else',
  assignWhat: 'To be handed over: {{what}}',
  newOwner: 'New owner',
  changed: '{{number}} handed over to {{name}}',
  unchanged: '{{number}} already belonged to them',
  refused: '{{number}} you may not hand over; left as they were',
  collaborators: 'Collaborators',
  hint: 'Collaborators can see this record; those who may edit can also change it. The owner stays the same.',
  person: 'Person',
  personRequired: 'Choose a person',
  twice: 'This person is on the list already',
  mayRead: 'Read',
  mayWrite: 'Edit',
  add: 'Add collaborator',
} satisfies Texts<typeof zh>;
