import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Document, Job } from '@/shared/api';
import { answer, problem, stage } from '@/shared/testing/stage';
import { SealButton } from './SealButton';

afterEach(() => vi.unstubAllGlobals());

const seal: Document<'AuditSeal'> = {
  number: 12_345,
  at: '2026-01-02T03:04:05Z',
  head: `2026-01-02T03:04:05Z 12345 ${'ab'.repeat(32)}`,
  verified: null,
};
const broken: Document<'AuditSeal'> = {
  ...seal,
  verified: {
    at: '2026-01-02T03:04:05Z',
    by: '安掌柜',
    number: 12_345,
    erased: 0,
    known: 3,
    found: 7,
    findings: [
      {
        kind: 'CHANGED',
        number: 17,
        until: null,
        entry: 'e',
        at: '2026-01-01T00:00:00Z',
        actor: '李娜',
        subject: '衡川',
      },
      { kind: 'MOVED', number: 20, until: 21, entry: null, at: null, actor: null, subject: null },
    ],
  },
};

test('a log found broken says so on the page and names what does not fit', async () => {
  answer({ 'GET /api/audit/seal': () => broken });
  stage({ '/': <SealButton /> }, '/');
  fireEvent.click(await screen.findByRole('button', { name: '日志不完好' }));
  expect(await screen.findByText('有 7 处不符')).toBeTruthy();
  expect(screen.getByText('第 17 条被改动')).toBeTruthy();
  expect(screen.getByText(/李娜 · 衡川/)).toBeTruthy();
  expect(screen.getByText('第 20 条与第 21 条被调换')).toBeTruthy();
  expect(screen.getByText('另有 5 处未列出')).toBeTruthy();
});

test('earlier seal codes go along with the request, and the result is read when the job is over', async () => {
  let verified = false;
  const asked: unknown[] = [];
  const job = { id: 'j', state: 'DONE', title: '核验操作日志', done: 9, total: 9 } as Job;
  answer({
    'GET /api/audit/seal': () =>
      verified ? { ...broken, verified: { ...broken.verified, found: 0, findings: [] } } : seal,
    'POST /api/audit/seal/verifications': async (_, request) => {
      const body = (await request.json()) as { heads: string | null };
      asked.push(body.heads);
      if (body.heads === 'nonsense') {
        return problem(422, 'invalid', {
          errors: [{ field: 'heads', code: 'pattern', message: '格式不正确' }],
        });
      }
      verified = true;
      return { job: 'j' };
    },
    'GET /api/jobs/j': () => job,
  });
  stage({ '/': <SealButton /> }, '/');
  fireEvent.click(await screen.findByRole('button', { name: '日志封存' }));
  const codes = await screen.findByLabelText(/以前保存的封存码/);
  const verify = () => fireEvent.click(screen.getByRole('button', { name: '核验整个日志' }));
  fireEvent.change(codes, { target: { value: ' nonsense ' } });
  verify();
  expect(await screen.findByText('格式不正确')).toBeTruthy();
  fireEvent.change(codes, { target: { value: seal.head } });
  verify();
  expect(await screen.findByText(/完好，共 12,345 条/)).toBeTruthy();
  expect(asked).toEqual(['nonsense', seal.head]);
});
