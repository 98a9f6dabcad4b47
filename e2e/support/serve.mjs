// Starts the built server for the journeys: a fresh data folder, its log in a file, stopped with us.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [name, port] = process.argv.slice(2);
const homes = [process.env.JAVA_HOME, ...['/usr/lib/jvm', '/opt/java'].flatMap((d) => (existsSync(d) ? readdirSync(d).map((f) => join(d, f)) : []))];
const java = homes
  .filter((home) => home && existsSync(join(home, 'bin', 'java')))
  .map((home) => join(home, 'bin', 'java'))
  .find((candidate) => /"(2[5-9]|[3-9]\d)/.test(version(candidate)));
if (!java) throw new Error('no JDK 25 or newer found');

function version(java) {
  return spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr;
}

const data = mkdtempSync(join(tmpdir(), `zhanggui-${name}-`));
mkdirSync(join('test-results', 'servers'), { recursive: true });
const log = createWriteStream(join('test-results', 'servers', `${name}.log`));
const server = spawn(java, ['-Xmx512m', '--enable-native-access=ALL-UNNAMED', '-jar', '../server/target/app/zhanggui.jar'], {
  env: { ZHANGGUI_DEMO: String(name === 'demo'), ...process.env, ZHANGGUI_DATA: data, ZHANGGUI_PORT: port },
});
server.stdout.pipe(log);
server.stderr.pipe(log);
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 0);
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill('SIGTERM'));
