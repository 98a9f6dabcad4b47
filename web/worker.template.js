/* global self, caches, fetch, location, Response */
// The offline shell. Pages come from the server as long as it answers, so that none outlives an upgrade; the API is never
// touched, so that nothing of one person is there for another. Made into dist/worker.js by scripts/worker.mjs.
const kept = 'zhanggui-__VERSION__';
const files = ['__FILES__'];

self.addEventListener('install', event => {
  event.waitUntil(
    caches.open(kept).then(cache =>
      Promise.all(
        files.map(async path => {
          // The page is for everybody: it is fetched as nobody, and with it the policy whose nonce it carries.
          const answer = await fetch(path, { credentials: 'omit' });
          if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
          await cache.put(path, answer);
        }),
      ),
    ),
  );
});

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names =>
        Promise.all(
          names
            .filter(name => name.startsWith('zhanggui-') && name !== kept)
            .map(name => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// A newer one waits until the person says so: pages that are open go on with the files they began with.
self.addEventListener('message', event => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(networkFirst(request, '/'));
  else if (files.includes(pathname)) event.respondWith(networkFirst(request, pathname));
});

async function networkFirst(request, path) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(path)) ?? Response.error();
  }
}

/** Files whose name says what is in them. */
async function asset(request) {
  const found = await caches.match(request.url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void caches.open(kept).then(cache => cache.put(request.url, copy));
  }
  return answer;
}
