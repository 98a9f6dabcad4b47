import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Input } from 'antd';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, stage } from '@/shared/testing/stage';
import { FormDrawer } from './FormDrawer';
import { RecordSelect } from './RecordSelect';

afterEach(() => vi.unstubAllGlobals());

test('a chosen record whose name nobody has met is asked for by name', async () => {
  const requests = answer({ 'GET /api/customers/c77': () => ({ id: 'c77', name: '鹤鸣精密' }) });
  stage({ '/': <RecordSelect list="customers" value="c77" /> }, '/');
  expect(await screen.findByText('鹤鸣精密')).toBeTruthy();
  expect(requests.filter(({ url }) => url.pathname === '/api/customers/c77')).toHaveLength(1);
});

test('a chosen record one may not see is neither named nor shown by its id', async () => {
  answer({ 'GET /api/customers/c78': () => problem(404, 'not-found') });
  stage({ '/': <RecordSelect list="customers" value="c78" /> }, '/');
  expect(await screen.findByText('（无权查看的记录）')).toBeTruthy();
  expect(screen.queryByText('c78')).toBeNull();
});

test('what the person has no right to read at all is not even asked for', async () => {
  const requests = answer({});
  const hidden = [{ id: 'c79', name: null }];
  stage(
    {
      '/': (
        <>
          <RecordSelect list="products" value="p9" />
          <RecordSelect list="customers" value="c79" known={hidden} />
        </>
      ),
    },
    '/',
  );
  expect(await screen.findAllByText('（无权查看的记录）')).toHaveLength(2);
  expect(requests.map(({ url }) => url.pathname).filter(path => /p9|c79/.test(path))).toEqual([]);
});

test('a long text is saved with Ctrl and Enter, while Enter alone begins a line', async () => {
  answer({});
  const save = vi.fn(() => Promise.resolve());
  stage(
    {
      '/': (
        <FormDrawer<{ note: string }> open title="说明" onClose={() => undefined} save={save}>
          <FormItem />
        </FormDrawer>
      ),
    },
    '/',
  );
  const note = await screen.findByLabelText('note');
  await userEvent.type(note, 'a{Enter}b');
  expect(save).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
});

const FormItem = () => <Input.TextArea aria-label="note" />;
