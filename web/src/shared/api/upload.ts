import { newKey, ownHeaders } from './client';
import { Problem } from './problem';

/** Sends a file and tells how much of it has left; failures are thrown as Problems, as with `http`. */
export function upload<T>(
  path: string,
  form: FormData,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    for (const [name, value] of Object.entries(ownHeaders('POST'))) request.setRequestHeader(name, value);
    // One try, one key: a request the network sends twice is taken once.
    request.setRequestHeader('Idempotency-Key', newKey());
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onload = () => {
      const headers = new Headers();
      const wait = request.getResponseHeader('Retry-After');
      if (wait) headers.set('Retry-After', wait);
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else {
        Problem.from(new Response(request.responseText, { status: request.status, headers })).then(
          reject,
          reject,
        );
      }
    };
    request.onerror = () => reject(Problem.offline());
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
