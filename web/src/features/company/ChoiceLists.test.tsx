import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, session, stage } from '@/shared/testing/stage';
import { ChoiceLists } from './ChoiceLists';

afterEach(() => vi.unstubAllGlobals());

test('a value is added to a list and stands in it at once', async () => {
  const industries = [{ code: 'retail', name: '零售', nameEn: 'Retail' }];
  answer({
    'GET /api/choices/industries': () => industries,
    'POST /api/choices/industries': async (_, request) => {
      const body = (await request.json()) as { name: string; nameEn: string; code: string | null };
      expect(body.code).toBeNull();
      const added = { ...body, code: 'mining' };
      industries.push(added);
      return added;
    },
  });
  const me = { ...session.me!, permissions: { 'company:edit': 'ALL' as const } };
  stage({ '/': <ChoiceLists /> }, '/', { ...session, me });
  expect(await screen.findByText('零售')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '新增' }));
  await userEvent.type(await screen.findByLabelText('中文名称'), '采矿');
  await userEvent.type(screen.getByLabelText('英文名称'), 'Mining');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.getByText('mining')).toBeTruthy());
});
