import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { complaints, expectAccessible, expectWhole } from '../support/healthy.ts';
import { servers, spare, startSpare } from '../support/servers.ts';
import { become } from '../support/sign-in.ts';

type Posted = { headers: IncomingHttpHeaders; body: string };

/** Another system that takes messages. */
async function receiver() {
  const got: Posted[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.end('thank you');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { got, url: `http://127.0.0.1:${port}/in`, close: () => server.close() };
}

async function csrf(page: Page) {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN');
  return { 'X-XSRF-TOKEN': decodeURIComponent(cookie?.value ?? '') };
}

async function me(page: Page): Promise<string> {
  return (await (await page.request.get('/api/session')).json()).me.id;
}

/** Somebody makes a customer and gives it to another. */
async function give(page: Page, name: string, owner: string) {
  const made = await page.request.post('/api/customers', { data: { name }, headers: await csrf(page) });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = await made.json();
  const given = await page.request.post('/api/customers/assign', {
    data: { owner, selection: { ids: [id], all: false } },
    headers: await csrf(page),
  });
  expect(given.ok(), await given.text()).toBe(true);
}

for (const { tongue, bell, text, read } of [
  { tongue: 'zh-CN' as const, bell: /^通知，.*未读$/, text: '交给了你', read: '没有未读通知。' },
  { tongue: 'en' as const, bell: /^Notices, .* unread$/, text: 'to you (customers)', read: 'Nothing unread.' },
]) {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`who is given a customer sees it in the bell and opens it, ${tongue}, ${size.width} wide`, async ({ browser }) => {
      const context = await browser.newContext({ baseURL: servers.demo.url, viewport: size });
      const page = await context.newPage();
      const heard = complaints(page);
      const name = `通知公司${Date.now() % 1_000_000}`;
      await become(page, 'salesperson', tongue);
      const owner = await me(page);
      await become(page, 'operations');
      await give(page, name, owner);
      await become(page, 'salesperson', tongue);
      await page.goto('/');
      await page.getByRole('button', { name: bell }).click();
      const drawer = page.getByRole('dialog');
      const line = drawer.getByRole('link', { name });
      await expect(line).toContainText(text);
      await page.screenshot({ path: `test-results/notices-${tongue}-${size.width}.png` });
      await expectAccessible(page);
      await line.click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
      await expect(drawer).toBeHidden();
      await page.goto('/notices');
      await expect(page.getByRole('link', { name })).toHaveCount(0);
      await page.getByText(tongue === 'en' ? 'All' : '全部', { exact: true }).last().click();
      await expect(page.getByRole('link', { name })).toBeVisible();
      await page.getByText(tongue === 'en' ? 'Unread' : '未读', { exact: true }).first().click();
      const all = page.getByRole('button', { name: tongue === 'en' ? 'Mark all read' : '全部标为已读' });
      if (await all.isEnabled()) await all.click();
      await expect(page.getByText(read)).toBeVisible();
      await expectWhole(page, '/notices');
      await page.goto('/me');
      await expect(
        page.getByRole('heading', { name: tongue === 'en' ? 'Notices' : '通知设置' }),
      ).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `test-results/preferences-${tongue}-${size.width}.png`, fullPage: true });
      expect(heard).toEqual([]);
      await context.close();
    });
  }
}

test('a webhook is entered, told, looked at and sent again', async ({ browser }) => {
  test.setTimeout(400_000);
  const other = await receiver();
  const stop = await startSpare({ ZHANGGUI_DEMO: 'true', ZHANGGUI_WEBHOOK_ALLOW: '127.0.0.1' });
  try {
    const context = await browser.newContext({ baseURL: spare.url });
    const page = await context.newPage();
    const heard = complaints(page);
    await become(page, 'administrator');
    await page.goto('/webhooks');
    await page.getByRole('button', { name: '新建 Webhook' }).click();
    const form = page.getByRole('dialog').last();
    await form.getByLabel('名称').fill('数据仓库');
    await form.getByLabel('地址').fill(other.url);
    await form.getByRole('combobox').click();
    await form.getByRole('combobox').fill('客户：新建');
    await page.getByTitle('客户：新建').last().click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: '保存', exact: true }).click();
    const secret = (await page.getByText(/^whsec_/).textContent())!.trim();
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click();

    const made = await page.request.post('/api/customers', {
      data: { name: '一家新客户' },
      headers: await csrf(page),
    });
    expect(made.status(), await made.text()).toBe(201);
    await expect.poll(() => other.got.length, { timeout: 30_000 }).toBe(1);
    const { headers, body } = other.got[0]!;
    const told = JSON.parse(body);
    expect(told.type).toBe('customers.created');
    expect(told.data.records[0].id).toBe((await made.json()).id);
    expect(body).not.toContain('一家新客户');
    const signed = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signed}`);

    await page.getByRole('button', { name: '发送记录' }).first().click();
    const drawer = page.getByRole('dialog').last();
    await drawer.getByText('customers.created').first().click();
    await expect(drawer.getByText('thank you')).toBeVisible();
    await page.screenshot({ path: 'test-results/webhooks-zh.png' });
    await expectAccessible(page);
    await drawer.getByRole('button', { name: '重新发送', exact: true }).click();
    await expect.poll(() => other.got.length, { timeout: 30_000 }).toBe(2);
    expect(other.got[1]!.headers['webhook-id']).toBe(headers['webhook-id']);

    await become(page, 'administrator', 'en');
    await expectWhole(page, '/webhooks');
    await expect(page.getByText('数据仓库')).toBeVisible();
    await page.screenshot({ path: 'test-results/webhooks-en.png' });
    await page.setViewportSize({ width: 390, height: 844 });
    await expectWhole(page, '/webhooks');
    await expectAccessible(page);
    await page.screenshot({ path: 'test-results/webhooks-en-390.png' });
    expect(heard).toEqual([]);
    await context.close();
  } finally {
    other.close();
    await stop();
  }
});
