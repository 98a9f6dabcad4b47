import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '@/shared/api';
import { sample } from './sample';
import { setConstant, specOf } from './spec';
import { SpecKeeper } from './SpecKeeper';
import type { Import, Spec } from './types';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const first = sample({ version: 1 });
const spec = specOf(first);
const withCurrency = (currency: string) => setConstant(spec, 'currency', currency);

/** A server that keeps what it is sent and can be made slow. */
function server() {
  let version = 1;
  const puts: { constants: Record<string, string>; version: number }[] = [];
  const put = vi.fn(async (sent: Spec, on: number): Promise<Import> => {
    puts.push({ constants: sent.constants, version: on });
    await new Promise(resolve => setTimeout(resolve, 100));
    if (on !== version) {
      const current = { ...sample({ version, constants: { currency: 'CNY' } }) };
      throw new Problem({ status: 409, code: 'stale', current: current as never });
    }
    version += 1;
    return sample({ version, constants: sent.constants });
  });
  return { put, puts, changeElsewhere: () => void (version += 1) };
}

test('quick changes are sent as one, a moment after the last', async () => {
  const { put, puts } = server();
  const keeper = new SpecKeeper(put);
  keeper.meet(first);
  keeper.change(withCurrency('U'));
  keeper.change(withCurrency('US'));
  keeper.change(withCurrency('USD'));
  expect(keeper.snapshot().state).toBe('pending');
  await vi.advanceTimersByTimeAsync(700);
  expect(puts).toEqual([{ constants: { currency: 'USD' }, version: 1 }]);
  expect(keeper.snapshot()).toMatchObject({ state: 'saved', spec: null });
});

test('a change made while saving goes next, on the version just made', async () => {
  const { put, puts } = server();
  const keeper = new SpecKeeper(put);
  keeper.meet(first);
  keeper.change(withCurrency('USD'), 0);
  await vi.advanceTimersByTimeAsync(50);
  keeper.change(withCurrency('EUR'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(puts.map(one => [one.constants['currency'], one.version])).toEqual([
    ['USD', 1],
    ['EUR', 2],
  ]);
  expect(keeper.snapshot().state).toBe('saved');
});

test('leaving a step sends at once what waits', async () => {
  const { put } = server();
  const keeper = new SpecKeeper(put);
  keeper.meet(first);
  keeper.change(withCurrency('USD'));
  const flushed = keeper.flush();
  await vi.advanceTimersByTimeAsync(100);
  expect(await flushed).toBe(true);
  expect(put).toHaveBeenCalledTimes(1);
});

test('someone else’s change is not overwritten unless one says so', async () => {
  const { put, puts, changeElsewhere } = server();
  const met = vi.fn();
  const keeper = new SpecKeeper(put, met);
  keeper.meet(first);
  changeElsewhere();
  keeper.change(withCurrency('USD'), 0);
  await vi.advanceTimersByTimeAsync(200);
  expect(keeper.snapshot()).toMatchObject({ state: 'failed', spec: withCurrency('USD') });

  const retried = keeper.retry();
  await vi.advanceTimersByTimeAsync(200);
  expect(await retried).toBe(true);
  expect(puts.at(-1)).toEqual({ constants: { currency: 'USD' }, version: 2 });

  changeElsewhere();
  keeper.change(withCurrency('EUR'), 0);
  await vi.advanceTimersByTimeAsync(200);
  keeper.discard();
  expect(keeper.snapshot().state).toBe('saved');
  expect(met).toHaveBeenLastCalledWith(expect.objectContaining({ constants: { currency: 'CNY' } }));
});

test('what could not be saved stays and can be tried again', async () => {
  const put = vi.fn<(sent: Spec, on: number) => Promise<Import>>();
  put.mockRejectedValueOnce(Problem.offline());
  put.mockResolvedValueOnce(sample({ version: 2 }));
  const keeper = new SpecKeeper(put);
  keeper.meet(first);
  keeper.change(withCurrency('USD'), 0);
  await vi.advanceTimersByTimeAsync(10);
  expect(keeper.snapshot().state).toBe('failed');
  expect(await keeper.flush()).toBe(false);
  expect(await keeper.retry()).toBe(true);
});
