import type { setup as zh } from '../zh/setup';
import type { Texts } from '../texts';

export const setup = {
  title: 'Set-up',
  intro: 'Your sales management system is a few minutes away.',
  required: 'Required',
  step: {
    token: 'Verify',
    administrator: 'Administrator',
    company: 'Company',
    start: 'Start',
    done: 'Done',
  },
  token: {
    title: 'Confirm that you installed this',
    text: 'When the server started it printed a set-up token to its console and log.',
    label: 'Set-up token',
    required: 'Enter the set-up token',
  },
  administrator: {
    title: 'The first administrator',
    text: 'This account can manage everything, other accounts included.',
    name: 'Name',
    username: 'User name',
    password: 'Password',
    passwordHint: 'At least {{number}} characters; spaces are fine',
    email: 'E-mail',
    emailInvalid: 'This is not an e-mail address',
  },
  company: {
    title: 'Company',
    text: 'You can change these later in company settings.',
    nameZh: 'Chinese name',
    nameEn: 'English name',
    currency: 'Home currency',
    timeZone: 'Time zone',
    fiscalYearStartMonth: 'Fiscal year starts in',
    language: 'Default language',
  },
  start: {
    title: 'Where to start',
    text: 'Demo data is for trying out; begin empty for real work.',
    empty: 'An empty system',
    emptyText: 'Bring in your own organisation, customers and products.',
    demo: 'Demo data',
    demoText: 'A complete invented company, good for trying out. Takes about a minute.',
    finish: 'Finish set-up',
  },
  done: {
    title: 'Ready',
    working: 'Preparing the demo data',
    text: 'You are signed in as the administrator.',
    failed: 'The demo data could not be prepared',
    failedText:
      'The system itself works, but the demo data is incomplete or missing. To try the demo company, stop the server, empty its data folder (or choose a new one), start it and set it up again; for your own data, begin with a new folder too. The reason is in the log of the server.',
    openEmpty: 'Open it all the same',
    open: 'Open Zhanggui',
  },
} satisfies Texts<typeof zh>;
