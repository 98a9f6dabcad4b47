import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '@/shared/api';
import { answer, problem, stage } from '@/shared/testing/stage';
import { askedFor, type Target, stageBefore } from './moves';
import type { Opportunity, Stay, Step } from './types';
import { useMover, wasCancelled } from './useMover';

afterEach(() => vi.unstubAllGlobals());

const record = {
  id: 'o1',
  name: '产线改造',
  version: 4,
  stage: { id: 's1', name: '初步接触' },
  outcome: 'OPEN',
  currency: 'CNY',
  amount: null,
  customer: null,
  owner: null,
} as unknown as Opportunity;
const proposal: Target = { id: 's3', label: '方案报价', outcome: 'OPEN' };
const won: Target = { id: 's5', label: '赢单', outcome: 'WON' };

function Mover({ to, done }: { to: Target; done: (result: unknown) => void }) {
  const { move, drawer } = useMover();
  return (
    <>
      <button
        type="button"
        onClick={() =>
          void move(record, to).then(
            result => done(result.stage.id),
            (error: unknown) => done(wasCancelled(error) ? 'cancelled' : error),
          )
        }
      >
        go
      </button>
      {drawer}
    </>
  );
}
const missing = (...fields: string[]) =>
  problem(422, 'invalid', {
    errors: fields.map(field => ({ field: `fields.${field}`, code: 'required-by-stage', message: field })),
  });

function start(to: Target, ...answers: ((body: Record<string, unknown>) => unknown)[]) {
  const sent: Record<string, unknown>[] = [];
  const done = vi.fn();
  answer({
    'POST /api/opportunities/o1/move': async (_, request) => {
      const body = (await request.json()) as Record<string, unknown>;
      sent.push(body);
      return answers[Math.min(sent.length, answers.length) - 1]!(body);
    },
  });
  stage({ '/': <Mover to={to} done={done} /> }, '/');
  return { sent, done };
}
const moved = (body: Record<string, unknown>) => ({ ...record, stage: { id: body['stage'], name: '' } });

test('fields are asked for in the order of the form, whatever else was refused', () => {
  const refused = new Problem({
    status: 422,
    code: 'invalid',
    errors: [
      { field: 'fields.competitor', code: 'required-by-stage', message: '' },
      { field: 'fields.amount', code: 'required-by-stage', message: '' },
      { field: 'fields.lines[0].price', code: 'no-list-price', message: '' },
      { field: 'closedOn', code: 'past-or-present', message: '' },
    ],
  });
  expect(askedFor(refused)).toEqual(['amount', 'competitor']);
  expect(askedFor(new Error('x'))).toEqual([]);
});

test('what is opened again goes back where it stood, or to where its pipeline begins', () => {
  const step = (id: string, outcome: 'OPEN' | 'WON') => ({ id, outcome }) as Step;
  const stay = (id: string) => ({ stage: { id, name: id } }) as Stay;
  const stages = [step('a', 'OPEN'), step('b', 'OPEN'), step('w', 'WON')];
  expect(stageBefore({ stages, history: [stay('a'), stay('b'), stay('w')] })?.id).toBe('b');
  expect(stageBefore({ stages, history: [stay('w')] })?.id).toBe('a');
});

test('a move nothing stands in the way of asks nothing', async () => {
  const { sent, done } = start(proposal, moved);
  await userEvent.click(await screen.findByText('go'));
  await waitFor(() => expect(done).toHaveBeenCalledWith('s3'));
  expect(sent).toEqual([
    { stage: 's3', version: 4, fields: null, closedOn: null, lossReason: null, note: null },
  ]);
});

test('what a stage requires is asked for, exactly that, and sent with the move', async () => {
  const { sent, done } = start(
    proposal,
    () => missing('nextStep'),
    body =>
      (body['fields'] as object) && 'competitor' in (body['fields'] as object)
        ? moved(body)
        : missing('competitor'),
  );
  await userEvent.click(await screen.findByText('go'));
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).queryByLabelText(/金额/)).toBeNull();
  await userEvent.type(await within(drawer).findByLabelText('下一步'), '技术交流');
  await userEvent.click(within(drawer).getByRole('button', { name: '保存并进入' }));
  await userEvent.type(await within(drawer).findByLabelText('竞争对手'), '某某');
  await userEvent.click(within(drawer).getByRole('button', { name: /保存并进入/ }));
  await waitFor(() => expect(done).toHaveBeenCalledWith('s3'));
  expect(sent[2]).toMatchObject({ stage: 's3', fields: { nextStep: '技术交流', competitor: '某某' } });
});

test('closing the drawer gives the move up', async () => {
  const { sent, done } = start(won, moved);
  await userEvent.click(await screen.findByText('go'));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByLabelText('结单日期')).toBeTruthy();
  await userEvent.click(within(drawer).getByText('取消'));
  await waitFor(() => expect(done).toHaveBeenCalledWith('cancelled'));
  expect(sent).toEqual([]);
});

test('a change made meanwhile is shown before the move goes on', async () => {
  const current = { ...record, version: 9, stage: { id: 's2', name: '深入洽谈' } };
  const { sent, done } = start(proposal, () => problem(409, 'stale', { current }), moved);
  await userEvent.click(await screen.findByText('go'));
  expect((await screen.findAllByText(/现在处于“深入洽谈”/)).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: '进入“方案报价”' }));
  await waitFor(() => expect(done).toHaveBeenCalledWith('s3'));
  expect(sent[1]).toMatchObject({ version: 9 });
});
