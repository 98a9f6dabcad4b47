import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { http } from '@/shared/api';
import { decodeFilter } from '@/shared/lists';
import { answer, problem, stage } from '@/shared/testing/stage';
import { FormDrawer } from './FormDrawer';
import { MoneyInput } from './MoneyInput';
import { fieldPath } from './problems';
import { PersonSelect } from './RecordSelect';
import { MergeDialog } from './MergeDialog';
import { useUnsavedGuard } from './unsaved';

afterEach(() => vi.unstubAllGlobals());

function Note() {
  const [text, setText] = useState('');
  useUnsavedGuard(text !== '');
  return (
    <>
      <input aria-label="note" value={text} onChange={event => setText(event.target.value)} />
      <Link to="/elsewhere">leave</Link>
    </>
  );
}

test('what was typed is not lost without asking', async () => {
  const { router } = stage({ '/': <Note />, '/elsewhere': <p>elsewhere</p> }, '/');
  await userEvent.type(screen.getByLabelText('note'), 'x');
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);

  await userEvent.click(screen.getByText('leave'));
  await userEvent.click(await screen.findByRole('button', { name: '继续编辑' }));
  expect(router.state.location.pathname).toBe('/');
  await userEvent.click(screen.getByText('leave'));
  await userEvent.click((await screen.findAllByRole('button', { name: '放弃修改' })).at(-1)!);
  expect(await screen.findByText('elsewhere')).toBeTruthy();
});

test('a form that was not touched may be left', async () => {
  stage({ '/': <Note />, '/elsewhere': <p>elsewhere</p> }, '/');
  await userEvent.click(screen.getByText('leave'));
  expect(await screen.findByText('elsewhere')).toBeTruthy();
});

function Customer({ onSaved }: { onSaved: () => void }) {
  const [open, setOpen] = useState(true);
  return (
    <FormDrawer<{ name: string }>
      open={open}
      title="客户"
      onClose={() => setOpen(false)}
      save={(values, idempotencyKey) => http.post('/api/customers', values, { idempotencyKey })}
      onSaved={onSaved}
    >
      <Form.Item name="name" label="名称">
        <Input />
      </Form.Item>
    </FormDrawer>
  );
}

test('the server’s complaints stand beside their fields', async () => {
  let errors: object[] = [{ field: 'name', code: 'taken', message: '已有同名客户' }];
  const onSaved = vi.fn();
  const requests = answer({
    'POST /api/customers': () =>
      errors.length ? problem(422, 'invalid', { detail: '请检查', errors }) : { id: '1' },
  });
  stage({ '/': <Customer onSaved={onSaved} /> }, '/');
  await userEvent.type(await screen.findByLabelText(/名称/), '恒远');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('已有同名客户')).toBeTruthy();
  expect(screen.queryByText('请检查')).toBeNull();
  errors = [];
  await userEvent.click(await screen.findByRole('button', { name: /保存/ }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  const keys = requests.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys[0]).not.toBe(keys[1]);
});

test('trying again after a lost connection keeps the key, so nothing is saved twice', async () => {
  let lost = true;
  const requests = answer({
    'POST /api/customers': () => {
      if (lost) throw new TypeError('network');
      return { id: '1' };
    },
  });
  const onSaved = vi.fn();
  stage({ '/': <Customer onSaved={onSaved} /> }, '/');
  await userEvent.click(await screen.findByRole('button', { name: /保存/ }));
  expect(await screen.findByText(/连不上服务器/)).toBeTruthy();
  lost = false;
  await userEvent.click(await screen.findByRole('button', { name: /保存/ }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  const keys = requests.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys[0]).toBe(keys[1]);
});

test('two versions of a record are put together: what both changed is chosen, the rest is taken', async () => {
  const onSave = vi.fn();
  stage(
    {
      '/': (
        <MergeDialog
          meeting={{
            base: { name: '旧名', phone: '1', note: '', city: '上海' },
            mine: { name: '我的名', phone: '1', note: '我加的', city: '上海' },
            theirs: { version: 7, name: '新名', phone: '2', note: null, city: '上海' },
          }}
          fields={[
            { key: 'name', label: '名称' },
            { key: 'phone', label: '电话' },
            { key: 'note', label: '备注' },
            { key: 'city', label: '城市' },
          ]}
          onSave={onSave}
          onCancel={() => undefined}
        />
      ),
    },
    '/',
  );
  const save = await screen.findByRole('button', { name: '合并后保存' });
  expect((save as HTMLButtonElement).disabled).toBe(true);
  expect(screen.getByRole('row', { name: /电话 1 2 别人/ })).toBeTruthy();
  expect(screen.getByRole('row', { name: /备注 — 我加的 我/ })).toBeTruthy();
  expect(screen.queryByText('城市')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /别人改成\s*新名/ }));
  await userEvent.click(save);
  expect(onSave).toHaveBeenCalledWith({ name: '新名', phone: '2', note: '我加的', city: '上海' });
});

test('an amount that is cleared is no amount, not zero', async () => {
  const given: unknown[] = [];
  stage(
    {
      '/': (
        <MoneyInput
          value={{ amount: 5000, currency: 'USD' }}
          currencies={['USD', 'CNY']}
          onChange={money => given.push(money)}
        />
      ),
    },
    '/',
  );
  await userEvent.clear(await screen.findByLabelText('金额'));
  await userEvent.tab();
  expect(given.at(-1)).toBeNull();
  expect(given).not.toContainEqual({ amount: 0, currency: 'USD' });
});

test('people are chosen among those who work here, and a refusal is not taken for nothing found', async () => {
  const requests = answer({
    'GET /api/lists/people': () => ({ columns: [], views: [] }),
    'GET /api/lists/people/rows': () => problem(403, 'not-allowed', { detail: '您没有权限查看人员' }),
  });
  stage({ '/': <PersonSelect aria-label="人员" /> }, '/');
  await userEvent.click(await screen.findByRole('combobox', { name: '人员' }));
  expect(await screen.findByText('您没有权限查看人员')).toBeTruthy();
  expect(screen.queryByText('没有找到')).toBeNull();
  const asked = requests.find(({ url }) => url.pathname.endsWith('/rows'))?.url.searchParams.get('filter');
  expect(JSON.stringify(decodeFilter(asked ?? null))).toContain('leftOn');
});

test('field names of the server become form paths', () => {
  expect(fieldPath('contacts[0].name')).toEqual(['contacts', 0, 'name']);
});
