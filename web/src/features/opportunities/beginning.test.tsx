import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, stage } from '@/shared/testing/stage';
import { beginningOf } from './beginning';
import CorrectForm from './CorrectForm';
import OpportunityForm from './OpportunityForm';
import type { Opportunity, Pipeline, Stage } from './types';

afterEach(() => vi.unstubAllGlobals());

const step = (id: string, required: Stage['required'], more: Partial<Stage> = {}) =>
  ({ id, label: id, outcome: 'OPEN', retired: false, required, ...more }) as Stage;
const pipeline = (id: string, stages: Stage[], retired = false) =>
  ({ id, label: id, retired, stages }) as Pipeline;
const pipelines = [
  pipeline('old', [step('o1', [])], true),
  pipeline('main', [
    step('gone', ['amount'], { retired: true }),
    step('first', ['nextStep', 'contact']),
    step('second', ['competitor']),
    step('won', [], { outcome: 'WON' }),
  ]),
];

test('an opportunity begins in the first open stage still in use, unless another is chosen', () => {
  expect(beginningOf(pipelines, {}).stage?.id).toBe('first');
  expect(beginningOf(pipelines, { pipeline: 'main', stage: 'second' }).stage?.id).toBe('second');
  expect(beginningOf(pipelines, {}).stages.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(beginningOf(pipelines, { pipeline: 'old' }).stage).toBeUndefined();
  expect(beginningOf([], {}).stage).toBeUndefined();
});

test('a new opportunity is asked for what its first stage requires before it is sent', async () => {
  const requests = answer({ 'GET /api/pipelines': () => pipelines });
  stage({ '/': <OpportunityForm onClose={() => undefined} /> }, '/');
  await userEvent.type(await screen.findByLabelText('商机名称'), '新的商机');
  await screen.findByText('请先选择客户，再选择它的联系人。');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('请填写下一步')).toBeTruthy();
  // Contacts are of a customer.
  expect(await screen.findByText('请选择客户')).toBeTruthy();
  expect(screen.queryByText('请填写竞争对手')).toBeNull();
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
});

const lost = {
  id: 'o1',
  name: '产线改造',
  version: 4,
  stage: { id: 's6', name: '输单' },
  stages: [{ id: 's6', name: '输单', outcome: 'LOST' }],
  outcome: 'LOST',
  currency: 'CNY',
  amount: { amount: 500, currency: 'CNY' },
  amountFromLines: true,
  closedOn: '2026-03-02',
  lossReason: { code: 'price', name: '价格' },
  outcomeNote: '太贵',
} as unknown as Opportunity;

test('a correction keeps the stage, leaves an untouched amount to the lines and can take the note away', async () => {
  const sent: Record<string, unknown>[] = [];
  answer({
    'POST /api/opportunities/o1/move': async (_, request) => {
      const body = (await request.json()) as Record<string, unknown>;
      sent.push(body);
      return body['version'] === 4
        ? problem(409, 'stale', { current: { ...lost, version: 5, closedOn: '2026-03-09' } })
        : lost;
    },
  });
  const onClose = vi.fn();
  stage({ '/': <CorrectForm record={lost} onClose={onClose} /> }, '/');
  await userEvent.clear(await screen.findByLabelText('结果说明'));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  // Somebody else had corrected the day: that is shown, and taken with what I changed.
  const dialog = await screen.findByText('2026-03-09');
  expect(within(dialog.closest('table')!).getByText('2026-03-02')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '合并后保存' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ version }) => version)).toEqual([4, 5]);
  expect(sent[1]).toEqual({
    stage: 's6',
    version: 5,
    fields: null,
    closedOn: '2026-03-09',
    lossReason: 'price',
    note: '',
  });
});
