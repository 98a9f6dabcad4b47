import type { company as zh } from '../zh/company';
import type { Texts } from '../texts';

export const company = {
  title: 'Company settings',
  text: 'Currency, time zone and first month of the fiscal year decide how amounts, dates and periods are reckoned for everyone.',
  saved: 'The company settings are saved.',
  demo: 'This is the demonstration company; everything in it is invented.',
  choices: {
    title: 'Choice lists',
    text: 'The values that forms of customers and opportunities offer. Those there are stand in records, so values can only be added.',
    list: { industries: 'Industries', sources: 'Customer sources', 'loss-reasons': 'Loss reasons' },
    count_one: '{{number}} value',
    count_other: '{{number}} values',
    add: 'Add',
    addTo: 'Add to {{list}}',
    added: 'Added “{{name}}” to {{list}}. Forms and filters offer it at once.',
    name: 'Chinese name',
    nameEn: 'English name',
    code: 'Code',
    codeHint: 'For the API and imports; made of the English name when left empty, and kept from then on.',
    codeRule: 'Only small letters, digits and hyphens, 60 characters at most',
  },
} satisfies Texts<typeof zh>;
