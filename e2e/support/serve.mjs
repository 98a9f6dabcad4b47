// Starts the built server for the journeys: a fresh data folder, its log in a file, stopped with us.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, java } from './java.mjs';

const [name, port] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), `zhanggui-${name}-`));
mkdirSync(join('test-results', 'servers'), { recursive: true });
const log = createWriteStream(join('test-results', 'servers', `${name}.log`));
const server = spawn(java, command, {
  env: { ZHANGGUI_DEMO: String(name === 'demo'), ...process.env, ZHANGGUI_DATA: data, ZHANGGUI_PORT: port },
});
server.stdout.pipe(log);
server.stderr.pipe(log);
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 0);
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill('SIGTERM'));
