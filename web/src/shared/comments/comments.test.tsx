import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { answer, problem, stage } from '@/shared/testing/stage';
import CommentsPanel from './CommentsPanel';
import { mentioned, spoken } from './spoken';

const path = '/api/comments/customers/c1';
const own = {
  id: 'k1',
  author: { id: 'p1', name: '李娜' },
  text: '价格谈好了\n@王梅 看看',
  mentions: [{ id: 'p2', name: '王梅' }],
  createdAt: '2026-11-30T01:00:00Z',
  editedAt: null,
  version: 1,
};
const others = { ...own, id: 'k2', author: { id: 'p3', name: '孙经理' }, text: '好的', mentions: [] };
const said = (comments: object[], following = false) => ({
  comments,
  followers: following ? [{ id: 'p1', name: '李娜' }] : [],
  following,
});

// jsdom has no layout to scroll in.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => vi.unstubAllGlobals());

const shown = () => stage({ '/': <CommentsPanel list="customers" id="c1" /> }, '/');
/** What was sent, by request. */
const bodies =
  (into: unknown[], more: object = {}) =>
  async (_url: URL, request: Request) => {
    into.push(await request.json());
    return { ...own, ...more };
  };

test('names are set off, the longer one before its beginning', () => {
  const parts = spoken({
    text: '@王梅梅 @王梅',
    mentions: [
      { id: '1', name: '王梅' },
      { id: '2', name: '王梅梅' },
    ],
  });
  expect(parts.filter(part => typeof part === 'object')).toHaveLength(2);
  expect(mentioned('@王梅 好', [{ name: '王梅' }, { name: '孙' }])).toEqual([{ name: '王梅' }]);
});

test('a comment is written with the keyboard alone', async () => {
  const posted: unknown[] = [];
  answer({ [`GET ${path}`]: () => said([others]), [`POST ${path}`]: bodies(posted) });
  shown();
  await userEvent.type(await screen.findByLabelText('评论内容'), '收到{Control>}{Enter}{/Control}');
  await waitFor(() => expect(posted).toEqual([{ text: '收到', mentions: [], version: null }]));
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('评论内容').value).toBe(''));
});

test('who cannot see the record is told apart, and the writer warned', async () => {
  const posted: unknown[] = [];
  answer({
    [`GET ${path}`]: () => said([]),
    [`GET ${path}/people`]: () => [{ id: 'p2', name: '王梅', unit: '一组', reads: false }],
    [`POST ${path}`]: bodies(posted),
  });
  shown();
  const input = await screen.findByLabelText('评论内容');
  await userEvent.type(input, '@');
  await userEvent.click(await screen.findByText('看不到此记录'));
  expect((await screen.findByText(/王梅 看不到这条记录/)).textContent).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '发表' }));
  await waitFor(() => expect(posted).toEqual([{ text: '@王梅', mentions: ['p2'], version: null }]));
});

test('what is refused stays written', async () => {
  answer({
    [`GET ${path}`]: () => said([]),
    [`POST ${path}`]: () => problem(503, 'unavailable'),
  });
  shown();
  await userEvent.type(await screen.findByLabelText('评论内容'), '别丢');
  await userEvent.click(screen.getByRole('button', { name: '发表' }));
  expect(await screen.findByText('代码 unavailable')).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('评论内容').value).toBe('别丢');
});

test('only one’s own are changed and deleted', async () => {
  const put: unknown[] = [];
  const requests = answer({
    [`GET ${path}`]: () => said([own, others]),
    [`PUT ${path}/k1`]: bodies(put),
    [`DELETE ${path}/k1`]: () => undefined,
  });
  shown();
  await screen.findByText('好的');
  expect(screen.queryByRole('button', { name: /“好的”/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^修改评论/ }));
  const [input] = screen.getAllByLabelText('评论内容');
  await userEvent.type(input!, '！');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(put).toEqual([{ text: `${own.text}！`, mentions: ['p2'], version: 1 }]));
  await userEvent.click(await screen.findByRole('button', { name: /^删除评论/ }));
  await userEvent.click(await screen.findByRole('button', { name: '删除' }));
  await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true));
});

test('following is one button', async () => {
  const put: unknown[] = [];
  answer({
    [`GET ${path}`]: () => said([], put.length > 0),
    [`PUT ${path}/following`]: async (_url, request) => {
      put.push(await request.json());
      return undefined;
    },
  });
  shown();
  await userEvent.click(await screen.findByRole('button', { name: '关注' }));
  expect((await screen.findByRole('button', { name: '已关注' })).getAttribute('aria-pressed')).toBe('true');
  expect(put).toEqual([{ following: true }]);
  expect(screen.getByText('关注的人：李娜')).toBeTruthy();
});
