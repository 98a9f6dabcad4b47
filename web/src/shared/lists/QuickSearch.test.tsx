import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { useListQuery } from './query';
import { QuickSearch } from './QuickSearch';

function List() {
  const { query, change } = useListQuery();
  return (
    <>
      <QuickSearch label="search" value={query.q} onChange={q => change({ q }, { replace: true })} />
      <Link to="/record">open</Link>
      <Link to="?view=own">view</Link>
    </>
  );
}

const pause = (time: number) => act(() => new Promise(resolve => setTimeout(resolve, time)));

function opened() {
  let arrive = () => {};
  const page = new Promise<{ Component: () => React.ReactElement }>(resolve => {
    arrive = () => resolve({ Component: () => <h1>record</h1> });
  });
  const router = createMemoryRouter(
    [
      { path: '/list', element: <List /> },
      { path: '/record', lazy: () => page },
    ],
    { initialEntries: ['/list'] },
  );
  render(<RouterProvider router={router} />);
  return { router, arrive: () => arrive() };
}

test('a search that waits to be made does not call back whoever opens a record meanwhile', async () => {
  const { router, arrive } = opened();
  await userEvent.type(screen.getByRole('textbox'), '云');
  await userEvent.click(screen.getByText('open'));
  await pause(500);
  arrive();
  await screen.findByRole('heading', { name: 'record' });
  expect(router.state.location).toMatchObject({ pathname: '/record', search: '' });
});

test('a search is made although another part of the address changed meanwhile', async () => {
  const { router } = opened();
  await userEvent.type(screen.getByRole('textbox'), '云');
  await userEvent.click(screen.getByText('view'));
  await vi.waitFor(() => expect(new URLSearchParams(router.state.location.search).get('q')).toBe('云'));
  expect(new URLSearchParams(router.state.location.search).get('view')).toBe('own');
});
