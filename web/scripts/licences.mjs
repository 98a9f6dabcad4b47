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

/**
 * Components whose description names another licence than the text they carry, looked at version by version: the next
 * version is refused until somebody has read its text again.
 */
const byTheirText = new Map([
  // The descriptions say "Broadcom Foundation License"; META-INF/LICENSE.txt in the jars is the Apache License 2.0.
  ['org.springframework.session/spring-session-core 4.1.1', 'Apache-2.0'],
  ['org.springframework.session/spring-session-jdbc 4.1.1', 'Apache-2.0'],
  // The descriptions say "The BSD License", which is read as that of four clauses; LICENSE.txt in the source has three.
  ...['common-image', 'common-io', 'common-lang'].map(name => [
    `com.twelvemonkeys.common/${name} 3.15.0`,
    'BSD-3-Clause',
  ]),
  ...['imageio-core', 'imageio-metadata', 'imageio-webp'].map(name => [
    `com.twelvemonkeys.imageio/${name} 3.15.0`,
    'BSD-3-Clause',
  ]),
]);

const words = ({ license, expression }) =>
  expression ?? license?.id ?? inWords.get(license?.name) ?? license?.name;
/** `A OR B` is enough when one of the two is. */
const isAllowed = text => text?.split(/\s+OR\s+/).some(one => allowed.has(one.replace(/[()]/g, '')));

const named = ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`;

/** Reads a CycloneDX file and says what is in it under a licence nobody has allowed. Of several, one is enough. */
export function refused(file) {
  const { components = [] } = JSON.parse(readFileSync(file, 'utf8'));
  if (components.length === 0) throw new Error(`${file} names no component`);
  return components
    .map(component => ({
      name: named(component),
      licences: [byTheirText.get(named(component)) ?? (component.licenses ?? []).map(words)].flat(),
    }))
    .filter(({ licences }) => !licences.some(isAllowed))
    .map(({ name, licences }) => `${name}: ${licences.join(', ') || 'none named'}`);
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
