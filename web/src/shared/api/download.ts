import { send } from './client';

const nameIn = (disposition: string | null) => /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1];

/** Saves what an address answers as a file; a refusal is thrown as a Problem and never becomes a file. */
export async function download(path: string, fallbackName: string) {
  const response = await send(new Request(new URL(path, location.origin), { credentials: 'same-origin' }));
  const name = nameIn(response.headers.get('Content-Disposition')) ?? fallbackName;
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
