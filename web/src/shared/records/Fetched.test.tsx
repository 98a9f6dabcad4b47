import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { http } from '@/shared/api';
import { answer, problem, stage } from '@/shared/testing/stage';
import { Fetched } from './Fetched';

function Page() {
  const query = useQuery({
    queryKey: ['thing'],
    queryFn: () => http.get<{ name: string }>('/api/thing'),
  });
  return (
    <Fetched query={query} missing={<p>missing</p>}>
      {({ name }) => (
        <>
          <p>{name}</p>
          <input aria-label="note" />
        </>
      )}
    </Fetched>
  );
}

afterEach(() => vi.unstubAllGlobals());

test('a failing refetch keeps the page and what is typed, and says so', async () => {
  let fails = false;
  answer({ 'GET /api/thing': () => (fails ? problem(500, 'internal') : { name: '恒远' }) });
  const { client } = stage({ '/': <Page /> }, '/');
  await userEvent.type(await screen.findByLabelText('note'), 'abc');
  fails = true;
  await client.invalidateQueries({ queryKey: ['thing'] });
  expect(await screen.findByText('代码 internal')).toBeTruthy();
  expect(screen.getByText('恒远')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('note').value).toBe('abc');
});

test('a record that is not there is said to be missing', async () => {
  answer({});
  stage({ '/': <Page /> }, '/');
  expect(await screen.findByText('missing')).toBeTruthy();
});
