import { expect, test } from 'vitest';
import { readQuery } from '@/shared/lists/query';
import { drillHref, withOutcome } from './drill';

const won = {
  list: 'opportunities',
  filter: {
    all: [
      { column: 'closedOn', operator: 'AT_LEAST' as const, values: ['2026-01-01'] },
      { column: 'outcome', operator: 'IS' as const, values: ['WON'] },
    ],
  },
};
const read = (href: string) => readQuery(new URLSearchParams(href.split('?')[1]));

test('a number opens its records, whatever view the list would begin with', () => {
  expect(drillHref(won)).toMatch(/^\/opportunities\?/);
  expect(read(drillHref(won))).toMatchObject({ view: 'all', filter: won.filter });
  expect(drillHref({ list: 'opportunities', filter: { all: [] } })).toBe('/opportunities?view=all');
});

test('a win rate opens those won and those lost', () => {
  expect(withOutcome(won, ['WON', 'LOST']).filter).toEqual({
    all: [won.filter.all[0], { column: 'outcome', operator: 'IS', values: ['WON', 'LOST'] }],
  });
});
