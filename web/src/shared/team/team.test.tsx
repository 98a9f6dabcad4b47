import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '@/shared/api';
import { answer, stage } from '@/shared/testing/stage';
import { CollaboratorsDrawer, type Collaborator } from './Collaborators';

const li = { person: { id: 'p2', name: '李四' }, mayWrite: false };
const wang = { person: { id: 'p3', name: '王五' }, mayWrite: true };

afterEach(() => vi.unstubAllGlobals());

test('a team someone else changed meanwhile is shown beside mine, and mine can go on top', async () => {
  answer({});
  const sent: unknown[] = [];
  const onClose = vi.fn();
  stage(
    {
      '/': (
        <CollaboratorsDrawer
          open
          onClose={onClose}
          all={[li]}
          version={3}
          allOf={current => current['collaborators'] as Collaborator[]}
          save={(shares, version) => {
            sent.push({ shares, version });
            const current = { version: 4, collaborators: [li, wang] };
            return version === 3
              ? Promise.reject(new Problem({ status: 409, code: 'stale', current }))
              : Promise.resolve();
          }}
          onSaved={() => undefined}
        />
      ),
    },
    '/',
  );
  await userEvent.click(await screen.findByLabelText('可编辑'));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('李四 (只读)、王五 (可编辑)')).toBeTruthy();
  expect(screen.getByText('李四 (可编辑)')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '都用我的' }));
  await userEvent.click(screen.getByRole('button', { name: '合并后保存' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[1]).toEqual({ shares: [{ person: 'p2', mayWrite: true }], version: 4 });
});
