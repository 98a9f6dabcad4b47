import type { FieldError, ProblemBody } from './types';

/** A refusal or failure of the server, as RFC 9457 describes it. `offline` when no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly current: ProblemBody['current'];
  /** Seconds the server asks us to wait before trying again. */
  readonly retryAfter: number | undefined;

  constructor(body: ProblemBody, retryAfter?: number) {
    super(body.detail ?? body.title ?? body.code);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.retryAfter = retryAfter;
  }

  static offline() {
    return new Problem({ status: 0, code: 'offline' });
  }

  static async from(response: Response) {
    const seconds = Number(response.headers.get('Retry-After'));
    const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
    const fallback = { status: response.status, code: `http-${response.status}` };
    try {
      const body = (await response.json()) as Partial<ProblemBody>;
      return new Problem({ ...fallback, ...body, status: response.status }, retryAfter);
    } catch {
      return new Problem(fallback, retryAfter);
    }
  }

  /** Worth asking again without the person doing anything. */
  get passing() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
