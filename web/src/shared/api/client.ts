import { currentLanguage } from '@/shared/i18n';
import { Problem } from './problem';

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** A random key; `crypto.randomUUID` is missing where the site is served without TLS. */
export function newKey() {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What every call says of itself, however it is sent. */
export function ownHeaders(method: string): Record<string, string> {
  const token = method === 'GET' ? undefined : cookie('XSRF-TOKEN');
  return {
    'Accept-Language': currentLanguage(),
    ...(token && { 'X-XSRF-TOKEN': decodeURIComponent(token) }),
  };
}

/** `fetch` with the language, the CSRF token and an idempotency key; anything but success is thrown as a Problem. */
export async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(ownHeaders(request.method))) request.headers.set(name, value);
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', newKey());
  }
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.offline();
  }
  if (!response.ok) throw await Problem.from(response);
  return response;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

/** An address with those query parameters that have a value. */
export function address(path: string, query: Query = {}) {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

export type Options = {
  query?: Query | undefined;
  signal?: AbortSignal | undefined;
  /** Optimistic lock: the version the change was made on. */
  version?: number | undefined;
  /** Lets a repeated POST be recognised; made up when missing. */
  idempotencyKey?: string | undefined;
};

async function call<T>(method: string, path: string, body: unknown, options: Options = {}): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' });
  const multipart = body instanceof FormData;
  if (body !== undefined && !multipart) headers.set('Content-Type', 'application/json');
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  const request = new Request(new URL(address(path, options.query), location.origin), {
    method,
    headers,
    credentials: 'same-origin',
    body: multipart ? body : body === undefined ? null : JSON.stringify(body),
    signal: options.signal ?? null,
  });
  const response = await send(request);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Calls by path; the caller names the document it expects. */
export const http = {
  get: <T>(path: string, options?: Options) => call<T>('GET', path, undefined, options),
  post: <T = void>(path: string, body?: unknown, options?: Options) => call<T>('POST', path, body, options),
  put: <T = void>(path: string, body?: unknown, options?: Options) => call<T>('PUT', path, body, options),
  patch: <T = void>(path: string, body?: unknown, options?: Options) => call<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options?: Options) => call<T>('DELETE', path, undefined, options),
};
