import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What may be loaded before a list stands on the screen: kB of JavaScript, compressed. */
const most = 450;
const held = [
  'customers/Customers',
  'customers/Contacts',
  'opportunities/Opportunities',
  'activities/Activities',
  'activities/Tasks',
  'people/People',
  'products/Products',
  'imports/Imports',
  'jobs/Jobs',
  'accounts/Accounts',
  'audit/Audit',
];
const watched = ['home/Home'];

const dist = new URL('../dist/', import.meta.url);
const read = path => readFileSync(new URL(path, dist));
const manifest = JSON.parse(read('.vite/manifest.json'));
const entry = Object.keys(manifest).find(key => manifest[key].isEntry);
const preloads = [
  ...read('index.html')
    .toString()
    .matchAll(/href="\/(assets\/[^"]+\.js)"/g),
].map(found => found[1]);

/** Files a module needs before it can run. */
function closure(key, files = new Set()) {
  const { file, imports = [] } = manifest[key];
  if (files.has(file)) return files;
  files.add(file);
  imports.forEach(one => closure(one, files));
  return files;
}

/** Files that need each other cannot begin: the page stays blank. */
const through = new Set();
function requireOrder(key, path = []) {
  const at = path.indexOf(key);
  if (at >= 0) {
    const files = [...path.slice(at), key].map(one => manifest[one].file);
    throw new Error(`these files need each other: ${files.join(' → ')}`);
  }
  if (through.has(key)) return;
  (manifest[key].imports ?? []).forEach(one => requireOrder(one, [...path, key]));
  through.add(key);
}
Object.keys(manifest).forEach(key => requireOrder(key));

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(read(file)).length / 1000);
  return sizes.get(file);
}
const first = (...keys) => {
  const files = new Set([...preloads, ...keys.flatMap(key => [...closure(key)])]);
  return [...files].reduce((sum, file) => sum + size(file), 0);
};

let over = 0;
const say = (name, kB, bound) => {
  const tooMuch = bound && kB > most;
  if (tooMuch) over++;
  process.stdout.write(
    `${kB.toFixed(0).padStart(5)} kB  ${name}${tooMuch ? `  MORE THAN ${most} kB` : ''}\n`,
  );
};
process.stdout.write(`JavaScript of the first load, gzip (at most ${most} kB on a list):\n`);
say('frame', first(entry), true);
for (const page of [...held, ...watched]) {
  const key = `src/features/${page}Page.tsx`;
  if (manifest[key]) say(page, first(entry, key), held.includes(page));
  else if (held.includes(page)) throw new Error(`${key} is not in the manifest`);
}
process.exit(over > 0 ? 1 : 0);
