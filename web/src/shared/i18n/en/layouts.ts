import type { layouts as zh } from '../zh/layouts';
import type { Texts } from '../texts';

export const layouts = {
  title: 'Form layouts',
  open: 'Form layouts',
  hint: 'Drag fields to put them in order and into sections; below “Hidden fields” they are not shown any more (they keep what they hold, and show up where they have to be filled in or something is wrong). A role may have a layout of its own; the others use everybody’s.',
  role: 'For',
  everybody: 'Everybody',
  own: 'Has a layout of its own',
  asEverybody: 'Uses everybody’s; saving gives it one of its own',
  asMade: 'As it was made; saving changes it',
  hidden: 'Hidden fields',
  needed: 'needed',
  untitled: 'Section without a title',
  newSection: 'New section',
  addSection: 'Add a section',
  sectionTitle: 'Title in Chinese',
  sectionTitleEn: 'Title in English',
  folded: 'Folded',
  removeSection: 'Remove the section “{{title}}”; its fields join the one above',
  saved: 'Saved; forms look so when they are opened next',
  remove: 'Back to the original',
  removeText: 'Everybody’s form looks as it was made.',
  removeRole: 'This role uses everybody’s layout.',
  preview: 'Preview',
  field: {
    stage: 'Pipeline and stage',
    contacts: 'Contacts and their parts',
    lines: 'Lines',
    prices: 'Prices',
    currency: 'Currency',
  },
} satisfies Texts<typeof zh>;
