import type { company as zh } from '../zh/company';
import type { Texts } from '../texts';

export const company = {
  title: 'Company settings',
  text: 'Currency, time zone and first month of the fiscal year decide how amounts, dates and periods are reckoned for everyone.',
  saved: 'The company settings are saved.',
  demo: 'This is the demonstration company; everything in it is invented.',
} satisfies Texts<typeof zh>;
