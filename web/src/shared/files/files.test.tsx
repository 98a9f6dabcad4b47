import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, stage } from '@/shared/testing/stage';
import FilesPanel from './FilesPanel';
import { FilesInput } from './FilesInput';

const path = '/api/files/customers/c1';
const one = {
  id: 'f1',
  name: '报价.pdf',
  mediaType: 'application/pdf',
  nameFits: true,
  bytes: 1536,
  pictured: false,
  addedBy: 'p1',
  adderName: '李雷',
  addedAt: '2026-11-30T01:00:00Z',
};
const photo = { ...one, id: 'f2', name: '门头.jpg', mediaType: 'image/jpeg', pictured: true };
const liar = { ...one, id: 'f3', name: '图.png', mediaType: 'text/html', nameFits: false };
const listed = (files: object[], mayChange = true) => ({ files, mayChange, largest: 100, room: 1000 });

const sent: { name: string; url: string }[] = [];
let refuses: { status: number; body: object } | null = null;

class Sending {
  upload: { onprogress: ((event: object) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 201;
  responseText = JSON.stringify(one);
  private url = '';
  open(_method: string, url: string) {
    this.url = url;
  }
  setRequestHeader() {}
  getResponseHeader = () => null;
  abort() {
    this.onabort?.();
  }
  send(form: FormData) {
    sent.push({ name: (form.get('file') as File).name, url: this.url });
    this.upload.onprogress?.({ loaded: 1, total: 2 });
    if (refuses) {
      this.status = refuses.status;
      this.responseText = JSON.stringify(refuses.body);
    }
    setTimeout(() => this.onload?.());
  }
}

const file = (name: string, bytes = 10) => new File([new Uint8Array(bytes)], name);

beforeEach(() => {
  sent.length = 0;
  refuses = null;
  vi.stubGlobal('XMLHttpRequest', Sending);
});
afterEach(() => vi.unstubAllGlobals());

const shown = () => stage({ '/': <FilesPanel list="customers" id="c1" /> }, '/');

test('files are listed with their sizes, pictures and what does not fit', async () => {
  answer({ [`GET ${path}`]: () => listed([one, photo, liar]) });
  shown();
  expect((await screen.findByText('报价.pdf')).getAttribute('href')).toBe(`${path}/f1`);
  expect(screen.getAllByText(/1.5/)).toHaveLength(3);
  const look = screen.getByRole('button', { name: '查看“门头.jpg”' });
  expect(within(look).getByRole('presentation', { hidden: true }).getAttribute('src')).toContain(
    'size=THUMBNAIL',
  );
  expect(screen.getByText('内容与扩展名不符')).toBeTruthy();
});

test('several are chosen and sent one after the other; what is too large is not sent at all', async () => {
  answer({ [`GET ${path}`]: () => listed([]) });
  const { container } = shown();
  await screen.findByRole('button', { name: '添加附件' });
  const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
  await userEvent.upload(input, [file('a.txt'), file('large.bin', 200), file('b.txt')]);
  await waitFor(() => expect(sent.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']));
  expect(sent[0]!.url).toBe(path);
  expect((await screen.findByRole('alert')).textContent).toContain('large.bin');
  await userEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what is dropped or pasted is sent, what is pasted into a field is not', async () => {
  answer({ [`GET ${path}`]: () => listed([]) });
  stage(
    {
      '/': (
        <>
          <input aria-label="note" />
          <FilesPanel list="customers" id="c1" />
        </>
      ),
    },
    '/',
  );
  const panel = await screen.findByRole('region', { name: '附件' });
  await screen.findByRole('button', { name: '添加附件' });
  fireEvent.drop(panel, { dataTransfer: { types: ['Files'], files: [file('dropped.txt')] } });
  fireEvent.paste(document.body, { clipboardData: { files: [file('pasted.png')] } });
  fireEvent.paste(screen.getByLabelText('note'), { clipboardData: { files: [file('typed.png')] } });
  await waitFor(() => expect(sent.map(({ name }) => name)).toEqual(['dropped.txt', 'pasted.png']));
});

test('a refusal says why and stays', async () => {
  answer({ [`GET ${path}`]: () => listed([]) });
  refuses = { status: 409, body: { code: 'record-full-of-files', detail: '附件合计不能超过 1 MB' } };
  const { container } = shown();
  await screen.findByRole('button', { name: '添加附件' });
  await userEvent.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, [file('a.txt')]);
  expect((await screen.findByRole('alert')).textContent).toContain('附件合计不能超过 1 MB');
});

test('who may only read neither adds nor removes, and sees no empty box', async () => {
  answer({ [`GET ${path}`]: () => listed([one], false) });
  const { unmount } = shown();
  await screen.findByText('报价.pdf');
  expect(screen.queryByRole('button')).toBeNull();
  unmount();
  answer({ [`GET ${path}`]: () => listed([], false) });
  shown();
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
});

test('removing asks first', async () => {
  const requests = answer({
    [`GET ${path}`]: () => listed([one]),
    [`DELETE ${path}/f1`]: () => undefined,
  });
  shown();
  await userEvent.click(await screen.findByRole('button', { name: '删除“报价.pdf”' }));
  await userEvent.click(await screen.findByRole('button', { name: '删除' }));
  await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true));
});

test('files wait in a form until it is saved', async () => {
  const changed = vi.fn();
  const { container } = stage({ '/': <FilesInput value={[file('a.txt')]} onChange={changed} /> }, '/');
  await userEvent.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, [file('b.txt')]);
  expect((changed.mock.calls[0]![0] as File[]).map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  await userEvent.click(screen.getByRole('button', { name: '删除“a.txt”' }));
  expect(changed.mock.calls[1]![0]).toEqual([]);
  expect(sent).toEqual([]);
});
