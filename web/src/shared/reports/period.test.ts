import { expect, test } from 'vitest';
import { changeOf, daysOf, yearBefore } from './period';

test('spans of the calendar year', () => {
  expect(daysOf('month', '2026-12-23', 1)).toEqual({ from: '2026-12-01', to: '2027-01-01' });
  expect(daysOf('quarter', '2026-11-23', 1)).toEqual({ from: '2026-10-01', to: '2027-01-01' });
  expect(daysOf('year', '2026-11-23', 1)).toEqual({ from: '2026-01-01', to: '2027-01-01' });
  expect(daysOf('lastYear', '2026-11-23', 1)).toEqual({ from: '2025-01-01', to: '2026-01-01' });
  expect(daysOf('all', '2026-11-23', 1)).toEqual({ from: null, to: null });
});

test('quarters and years begin with the fiscal year', () => {
  expect(daysOf('year', '2026-02-10', 4)).toEqual({ from: '2025-04-01', to: '2026-04-01' });
  expect(daysOf('year', '2026-04-01', 4)).toEqual({ from: '2026-04-01', to: '2027-04-01' });
  expect(daysOf('quarter', '2026-02-10', 4)).toEqual({ from: '2026-01-01', to: '2026-04-01' });
  expect(daysOf('quarter', '2026-01-10', 3)).toEqual({ from: '2025-12-01', to: '2026-03-01' });
  expect(daysOf('lastYear', '2026-02-10', 4)).toEqual({ from: '2024-04-01', to: '2025-04-01' });
});

test('a span is compared with as many days of the year before', () => {
  const month = { from: '2026-11-01', to: '2026-12-01' };
  expect(yearBefore(month, '2026-11-23')).toEqual({ from: '2025-11-01', to: '2025-11-24' });
  expect(yearBefore({ from: '2025-01-01', to: '2026-01-01' }, '2026-11-23')).toEqual({
    from: '2024-01-01',
    to: '2025-01-01',
  });
  expect(yearBefore({ from: '2024-02-29', to: null }, '2024-02-29')?.from).toBe('2023-02-28');
  expect(yearBefore({ from: null, to: null }, '2026-11-23')).toBeNull();
  expect(yearBefore({ from: '2026-12-01', to: null }, '2026-11-23')).toBeNull();
});

test('a change needs something to compare with', () => {
  expect(changeOf(150, 100)).toBe(50);
  expect(changeOf(150, 0)).toBeNull();
  expect(changeOf(150, undefined)).toBeNull();
});
