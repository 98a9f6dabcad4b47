import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { vi } from 'vitest';
import { createQueryClient, sessionKey, type Session } from '@/shared/api';
import '@/shared/i18n';

export const session: Session = {
  state: 'SIGNED_IN',
  demo: false,
  shortestPassword: 15,
  passwords: true,
  provider: null,
  personas: [],
  company: {
    nameZh: '衡川',
    nameEn: 'Hengchuan',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    fiscalYearStartMonth: 1,
    language: 'zh-CN',
    demo: false,
    trialCopy: false,
    version: 1,
  },
  me: {
    id: 'p1',
    name: '李娜',
    username: 'li.na',
    language: 'zh-CN',
    theme: 'LIGHT',
    unit: null,
    title: null,
    permissions: { 'customers:read': 'ALL' },
    fields: {},
  },
};

type Answer = (url: URL, request: Request) => unknown;

/** Nobody has views of their own where a test does not say so. */
const noViews = { views: [], tabs: [], opensWith: null, ownOpening: null, roles: [], columns: null };

/** Lets a test answer the server's part; what it has no answer for is 404. Returns every request made. */
export function answer(paths: Record<string, Answer>) {
  const requests: { method: string; url: URL; headers: Headers }[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    requests.push({ method: request.method, url, headers: request.headers });
    const found = paths[`${request.method} ${url.pathname}`];
    const silent = request.method === 'GET' && /^\/api\/lists\/\w+\/views$/.test(url.pathname);
    const body = found ? await found(url, request) : silent ? noViews : undefined;
    if (body instanceof Response) return body;
    if (!found && !silent) return problem(404, 'not-found');
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status: body === undefined ? 204 : 200,
      headers: { 'content-type': 'application/json' },
    });
  });
  return requests;
}

export const problem = (status: number, code: string, more: object = {}) =>
  new Response(JSON.stringify({ status, code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

/** Renders pages at an address, with the data, language and routing they expect around them. */
export function stage(
  routes: Record<string, ReactNode> | RouteObject[],
  at: string,
  document: Session = session,
) {
  const client = createQueryClient();
  client.setQueryData(sessionKey, document);
  const router = createMemoryRouter(
    Array.isArray(routes) ? routes : Object.entries(routes).map(([path, element]) => ({ path, element })),
    { initialEntries: [at] },
  );
  const view = render(
    <QueryClientProvider client={client}>
      <ConfigProvider button={{ autoInsertSpace: false }}>
        <App component={false}>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  );
  return { ...view, router, client };
}
