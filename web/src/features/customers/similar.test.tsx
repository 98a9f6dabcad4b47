import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, problem, stage } from '@/shared/testing/stage';
import CustomerForm from './CustomerForm';
import ContactForm from './ContactForm';
import { domainOf, worthAsking } from './similar';

afterEach(() => vi.unstubAllGlobals());

const found = [
  {
    id: 'c1',
    name: '苏州恒远机电',
    owner: '王强',
    unit: '华东',
    reasons: ['NAME_SIMILAR'],
    score: 80,
    visible: true,
  },
  { id: null, name: '恒远**设备', owner: null, unit: '华南', reasons: ['PHONE'], score: 60, visible: false },
];

function form(more: Parameters<typeof answer>[0] = {}) {
  const bodies: Record<string, unknown>[] = [];
  const onSaved = vi.fn();
  answer({
    'POST /api/customers/duplicates': async (_, request) => {
      bodies.push((await request.json()) as Record<string, unknown>);
      return found;
    },
    ...more,
  });
  stage({ '/': <CustomerForm onClose={() => undefined} onSaved={onSaved} /> }, '/');
  return { bodies, onSaved };
}

test('too little is not worth asking about', () => {
  expect(worthAsking({ name: '恒' })).toBeNull();
  expect(worthAsking({ name: 'ab', phone: '138' })).toBeNull();
  expect(worthAsking({ name: ' 恒远 ' })).toMatchObject({ name: '恒远', creditCode: null });
  expect(worthAsking({ phone: '138-1234-5678' })).toMatchObject({ phone: '13812345678' });
});

test('while a name is typed, similar customers appear once; those out of reach without a link', async () => {
  const { bodies } = form();
  await userEvent.type(await screen.findByLabelText('客户名称'), '恒远机电');
  expect((await screen.findByRole('link', { name: '苏州恒远机电' })).getAttribute('href')).toBe(
    '/customers/c1',
  );
  expect(screen.getByText('恒远**设备')).toBeTruthy();
  expect(screen.queryByRole('link', { name: '恒远**设备' })).toBeNull();
  expect(screen.getByText(/不在您的权限范围内/)).toBeTruthy();
  expect(bodies).toEqual([
    { name: '恒远机电', nameEn: null, creditCode: null, phone: null, email: null, except: null },
  ]);
});

test('a refused duplicate may be made anyway, on purpose', async () => {
  const sent: Record<string, unknown>[] = [];
  const { onSaved } = form({
    'POST /api/customers': async (_, request) => {
      const body = (await request.json()) as Record<string, unknown>;
      sent.push(body);
      return body['evenIfDuplicate']
        ? { id: 'c9' }
        : problem(409, 'customers.duplicate', { detail: '已有相同的客户“恒远”' });
    },
  });
  await userEvent.type(await screen.findByLabelText('客户名称'), '恒远');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await userEvent.click(await screen.findByRole('button', { name: '仍要新建' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent.map(body => body['evenIfDuplicate'])).toEqual([undefined, true]);
});

test('a website tells a company by its domain once it is written to its end', () => {
  expect(domainOf('https://www.hengyuan.com.cn/about?x=1')).toBe('hengyuan.com.cn');
  expect(worthAsking({ email: domainOf('www.heng') })).toBeNull();
  expect(worthAsking({ email: 'hengyuan.c' })).toBeNull();
  expect(worthAsking({ email: 'hengyuan.com' })).toMatchObject({ email: 'hengyuan.com' });
});

test('a contact with an address of another customer is noticed', async () => {
  const bodies: Record<string, unknown>[] = [];
  answer({
    'POST /api/customers/duplicates': async (_, request) => {
      bodies.push((await request.json()) as Record<string, unknown>);
      return [{ ...found[0], reasons: ['DOMAIN'] }];
    },
  });
  stage({ '/': <ContactForm customer="c9" onClose={() => undefined} /> }, '/');
  await userEvent.type(await screen.findByLabelText('电子邮箱'), 'wang@hengyuan.com');
  expect(await screen.findByText('其他客户已有相同的邮箱域名或电话')).toBeTruthy();
  expect(bodies.at(-1)).toMatchObject({ email: 'wang@hengyuan.com', except: 'c9' });
});
