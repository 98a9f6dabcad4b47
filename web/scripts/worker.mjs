import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** Writes dist/worker.js: the offline shell with the files it keeps, under a version that changes with any of them. */
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist)));
const offline = [
  'index.html',
  'src/features/home/HomePage.tsx',
  'src/app/OfflinePage.tsx',
  'src/app/Outbox.tsx',
  'src/shared/followups/FollowUpForm.tsx',
  'src/shared/i18n/en/index.ts',
];

const files = new Set(['/', '/theme.js', '/manifest.json', '/favicon.svg']);
function need(key, through = new Set()) {
  if (through.has(key)) return;
  through.add(key);
  const { file, css = [], imports = [] } = manifest[key];
  [file, ...css].forEach(one => files.add(`/${one}`));
  imports.forEach(one => need(one, through));
}
for (const key of offline) {
  if (!manifest[key]) throw new Error(`${key} is not in the manifest`);
  need(key);
}

const template = readFileSync(new URL('../worker.template.js', import.meta.url), 'utf8');
const hash = createHash('sha256').update(template);
// Assets are named by what is in them; the rest is read.
[...files].sort().forEach(one => hash.update(one));
['index.html', 'theme.js', 'manifest.json'].forEach(one => hash.update(readFileSync(new URL(one, dist))));
// Any change of the client is a new version, also in what is kept only once it was used.
Object.values(manifest).forEach(({ file }) => hash.update(file));
if (!template.includes("['__FILES__']")) throw new Error('the worker has no place for its files');
writeFileSync(
  new URL('worker.js', dist),
  template
    .replace('__VERSION__', hash.digest('hex').slice(0, 16))
    .replace("['__FILES__']", () => JSON.stringify([...files].sort(), null, 2)),
);
