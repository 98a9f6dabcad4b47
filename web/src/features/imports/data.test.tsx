import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { switchLanguage } from '@/shared/i18n';
import { answer, problem, stage } from '@/shared/testing/stage';
import { useImport, useSpec } from './data';
import { sample } from './sample';
import { setConstant } from './spec';
import type { Import } from './types';

function Page() {
  const { data } = useImport('i1');
  return data ? <Deciding imported={data} /> : null;
}

function Deciding({ imported }: { imported: Import }) {
  const { spec, saving, keeper } = useSpec(imported);
  return (
    <>
      <p>{`${imported.kindLabel} ${saving.state} ${spec.constants['stage'] ?? ''}`}</p>
      <button onClick={() => keeper.change(setConstant(spec, 'stage', 'WON'))}>won</button>
      <button onClick={() => keeper.change(setConstant(spec, 'currency', 'USD'), 0)}>usd</button>
    </>
  );
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await switchLanguage('zh-CN');
});

test('a decision still being saved while the language is switched is neither lost nor taken for someone else’s', async () => {
  let stored = { ...sample(), id: 'i1', version: 1 };
  const versions: number[] = [];
  const spoken = (request: Request) => ({
    ...stored,
    kindLabel: request.headers.get('Accept-Language') === 'en' ? 'Deals' : '商机',
  });
  answer({
    'GET /api/imports/i1': (_, request) => spoken(request),
    'PUT /api/imports/i1/spec': async (_, request) => {
      const { version, ...spec } = (await request.json()) as Import;
      versions.push(version);
      if (version !== stored.version) return problem(409, 'stale', { current: stored });
      stored = { ...stored, constants: spec.constants, version: version + 1 };
      return spoken(request);
    },
  });
  stage({ '/': <Page /> }, '/');
  await screen.findByText('商机 saved');
  await userEvent.click(screen.getByText('won'));
  await switchLanguage('en');
  await screen.findByText('Deals saved WON', undefined, { timeout: 2000 });
  await userEvent.click(screen.getByText('usd'));
  await waitFor(() => expect(stored.constants).toEqual({ stage: 'WON', currency: 'USD' }));
  // What was fetched in Chinese before the two decisions must not come back.
  await switchLanguage('zh-CN');
  await screen.findByText('商机 saved WON');
  await userEvent.click(screen.getByText('won'));
  await waitFor(() => expect(versions).toEqual([1, 2, 3]));
});
