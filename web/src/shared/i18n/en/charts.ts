import type { charts as zh } from '../zh/charts';
import type { Texts } from '../texts';

export const charts = {
  showTable: 'Show “{{title}}” as a table',
  showChart: 'Show “{{title}}” as a chart',
  empty: 'No data in this range',
  target: 'Target',
} satisfies Texts<typeof zh>;
