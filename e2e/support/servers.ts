import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function server(name: string, port: number) {
  return { name, port, url: `http://127.0.0.1:${port}`, log: join('test-results', 'servers', `${name}.log`) };
}

export const servers = { empty: server('empty', 18181), demo: server('demo', 18182) };

/** The one-time token of set-up, as an administrator reads it in the server's log. */
export function setupToken(): string {
  const found = /one-time token there: (\w+)/.exec(readFileSync(servers.empty.log, 'utf8'));
  if (!found?.[1]) throw new Error('no set-up token in the log');
  return found[1];
}
