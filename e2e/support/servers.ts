import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Server = ReturnType<typeof server>;

function server(name: string, port: number) {
  return { name, port, url: `http://127.0.0.1:${port}`, log: join('test-results', 'servers', `${name}.log`) };
}

/** The first of four ports in a row; another one lets two checkouts be tested beside each other. */
export const firstPort = Number(process.env['E2E_PORT'] ?? 18181);

/** Those that run all the while. */
export const servers = { empty: server('empty', firstPort), demo: server('demo', firstPort + 1) };
/** For what needs a server of another kind; one after the other, started by the journey that asks for it. */
export const spare = server('spare', firstPort + 2);

/** The one-time token of set-up, as an administrator reads it in the server's log. */
export function setupToken(of: Server = servers.empty): string {
  const found = /one-time token there: (\w+)/.exec(readFileSync(of.log, 'utf8'));
  if (!found?.[1]) throw new Error('no set-up token in the log');
  return found[1];
}

/** Starts the spare server afresh; the answer stops it again. */
export async function startSpare(env: Record<string, string> = {}): Promise<() => Promise<void>> {
  const started = spawn('node', ['support/serve.mjs', spare.name, String(spare.port)], {
    env: { ...process.env, ZHANGGUI_DEMO: 'false', ...env },
    stdio: 'ignore',
  });
  const stop = async () => {
    if (started.exitCode !== null) return;
    started.kill('SIGTERM');
    await once(started, 'exit');
  };
  for (let tries = 0; tries < 360; tries++) {
    if (started.exitCode !== null) throw new Error(`the spare server ended, see ${spare.log}`);
    const ready = await fetch(`${spare.url}/api/system/health/readiness`).then(({ ok }) => ok, () => false);
    if (ready) return stop;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  await stop();
  throw new Error(`the spare server is not ready, see ${spare.log}`);
}
