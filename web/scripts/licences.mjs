import { readFileSync } from 'node:fs';
import { argv, exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Under what our dependencies may be licensed; a new one is for a person to look at. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EPL-1.0',
  'EPL-2.0',
  'GPL-2.0-with-classpath-exception',
  'ISC',
  'LGPL-2.1-only',
  'LGPL-2.1-or-later',
  'MIT',
  'MIT-0',
  'PostgreSQL',
]);
/** Licences that descriptions write in words. */
const inWords = new Map([
  ['Bouncy Castle Licence', 'MIT'],
  ['GPL2 w/ CPE', 'GPL-2.0-with-classpath-exception'],
]);

const words = ({ license, expression }) =>
  expression ?? license?.id ?? inWords.get(license?.name) ?? license?.name;
/** `A OR B` is enough when one of the two is. */
const isAllowed = text => text?.split(/\s+OR\s+/).some(one => allowed.has(one.replace(/[()]/g, '')));

/** Reads a CycloneDX file and says what is in it under a licence nobody has allowed. Of several, one is enough. */
export function refused(file) {
  const { components = [] } = JSON.parse(readFileSync(file, 'utf8'));
  if (components.length === 0) throw new Error(`${file} names no component`);
  return components
    .filter(({ licenses = [] }) => !licenses.some(one => isAllowed(words(one))))
    .map(({ group, name, version, licenses = [] }) => {
      const found = licenses.map(words).join(', ') || 'none named';
      return `${group ? `${group}/` : ''}${name} ${version}: ${found}`;
    });
}

export function check(file) {
  const found = refused(file);
  if (found.length === 0) return;
  stderr.write(
    `Licences nobody has allowed (web/scripts/licences.mjs), in ${file}:\n  ${found.join('\n  ')}\n`,
  );
  exit(1);
}

if (argv[1] === fileURLToPath(import.meta.url)) argv.slice(2).forEach(check);
