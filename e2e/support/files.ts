import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Real files that are not part of the repository; they lie beside it where the tests have them. */
export const files = ['../../shared/data', '../../../shared/data']
  .map(folder => resolve(folder, 'crm-sales-opportunities'))
  .find(existsSync);

type Deal = { owner: string; product: string; customer: string; stage: string; value: number };

/** The opportunities of the real file, read without the server, to compare its numbers with. */
export function dealsOfFile(): Deal[] {
  return rows('sales_pipeline.csv').map(cells => ({
    owner: cells['sales_agent'] ?? '',
    product: cells['product'] ?? '',
    customer: cells['account'] ?? '',
    stage: cells['deal_stage'] ?? '',
    value: Number(cells['close_value'] || 0),
  }));
}

/** Whom each salesperson reports to. */
export function managersOfFile(): Map<string, string> {
  return new Map(rows('sales_teams.csv').map(cells => [cells['sales_agent'] ?? '', cells['manager'] ?? '']));
}

function rows(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(resolve(files!, name), 'utf8').trim().split(/\r?\n/);
  const columns = head!.replace(/^\uFEFF/, '').split(',');
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, index) => [columns[index]!, cell])));
}
