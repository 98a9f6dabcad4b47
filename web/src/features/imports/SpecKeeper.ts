import { isProblem } from '@/shared/api';
import type { Import, Spec } from './types';

export type Saving = {
  /** What was changed and is not yet on the server; nothing while both agree. */
  spec: Spec | null;
  state: 'saved' | 'pending' | 'saving' | 'failed';
  problem: unknown;
};

const saved: Saving = { spec: null, state: 'saved', problem: null };

/** Saves every change of a spec a moment after it was made, one request at a time, never over someone else's. */
export class SpecKeeper {
  #now: Saving = saved;
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #put: (spec: Spec, version: number) => Promise<Import>;
  readonly #met: (imported: Import) => void;

  /** @param met hears of each newer state of the import */
  constructor(
    put: (spec: Spec, version: number) => Promise<Import>,
    met: (imported: Import) => void = () => undefined,
  ) {
    this.#put = put;
    this.#met = met;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  snapshot = () => this.#now;

  #become(now: Saving) {
    this.#now = now;
    this.#listeners.forEach(listener => listener());
  }

  /** The import was read again. While a change waits, it keeps the version it was made on. */
  meet({ version }: Import) {
    if (this.#now.state === 'saved') this.#version = version;
  }

  change = (spec: Spec, wait = 500) => {
    clearTimeout(this.#timer);
    this.#become({ spec, state: this.#running ? 'saving' : 'pending', problem: null });
    this.#timer = setTimeout(() => void this.flush(), wait);
  };

  /** Sends what waits; answers whether everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
    return this.#now.state === 'saved';
  }

  async #sendAll() {
    while (this.#now.spec && this.#now.state !== 'failed') {
      const sent = this.#now.spec;
      this.#become({ spec: sent, state: 'saving', problem: null });
      try {
        const imported = await this.#put(sent, this.#version);
        this.#version = imported.version;
        this.#met(imported);
        if (this.#now.spec === sent) this.#become(saved);
      } catch (problem) {
        clearTimeout(this.#timer);
        this.#become({ ...this.#now, state: 'failed', problem });
      }
    }
  }

  /** Forgets what could not be saved and shows what is on the server. */
  discard() {
    const { problem } = this.#now;
    const current = isProblem(problem) && problem.code === 'stale' ? problem.current : undefined;
    clearTimeout(this.#timer);
    this.#become(saved);
    if (current) {
      const imported = current as unknown as Import;
      this.#version = imported.version;
      this.#met(imported);
    }
  }

  /** Tries again; after a stale one on top of what is there now. */
  retry() {
    const { spec, problem } = this.#now;
    if (!spec) return Promise.resolve(true);
    if (isProblem(problem) && problem.code === 'stale') {
      this.#version = Number(problem.current?.version ?? this.#version);
    }
    this.#become({ spec, state: 'pending', problem: null });
    return this.flush();
  }
}
