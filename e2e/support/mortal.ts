import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command, java } from './java.mjs';

/** A server with data of its own that is killed and started again, as a power cut would. */
export class Mortal {
  readonly url: string;
  private readonly data = mkdtempSync(join(tmpdir(), 'zhanggui-mortal-'));
  private readonly log = join('test-results', 'servers', 'mortal.log');
  private process: ChildProcess | undefined;

  constructor(private readonly port: number) {
    this.url = `http://127.0.0.1:${port}`;
    mkdirSync(join('test-results', 'servers'), { recursive: true });
  }

  /** Starts it; answers the milliseconds until it was ready. */
  async start(): Promise<number> {
    const begun = Date.now();
    const log = createWriteStream(this.log, { flags: 'a' });
    this.process = spawn(java!, command, {
      env: { ...process.env, ZHANGGUI_DATA: this.data, ZHANGGUI_PORT: String(this.port), ZHANGGUI_DEMO: 'false' },
    });
    this.process.stdout!.pipe(log);
    this.process.stderr!.pipe(log);
    for (;;) {
      const ready = await fetch(`${this.url}/api/system/health/readiness`).catch(() => null);
      if (ready?.ok) return Date.now() - begun;
      if (this.process.exitCode !== null) throw new Error(`the server ended: see ${this.log}`);
      if (Date.now() - begun > 120_000) throw new Error(`the server does not start: see ${this.log}`);
      await pause(100);
    }
  }

  async killServer() {
    const gone = new Promise(resolve => this.process!.once('exit', resolve));
    this.process!.kill('SIGKILL');
    await gone;
  }

  /** Kills PostgreSQL under the running server. */
  killDatabase() {
    const pid = Number(readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  get alive() {
    return this.process?.exitCode === null && this.process.signalCode === null;
  }

  /** The one-time token of set-up, the last one told: the log goes on where an earlier server's ended. */
  get token() {
    return [...readFileSync(this.log, 'utf8').matchAll(/one-time token there: (\w+)/g)].at(-1)![1]!;
  }

  async end() {
    if (this.alive) await this.killServer();
    await pause(2_000);
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5, retryDelay: 1_000 });
  }
}
