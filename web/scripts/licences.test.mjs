import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refused } from './licences.mjs';

function file(...components) {
  const path = join(mkdtempSync(join(tmpdir(), 'licences-')), 'bom.json');
  writeFileSync(path, JSON.stringify({ components }));
  return path;
}

const of = (name, ...licenses) => ({ name, version: '1', licenses });

test('what nobody has allowed is refused, and what names no licence', () => {
  expect(
    refused(
      file(of('a', { license: { id: 'AGPL-3.0-only' } }), of('b'), of('c', { license: { id: 'MIT' } })),
    ),
  ).toEqual(['a 1: AGPL-3.0-only', 'b 1: none named']);
});

test('of several licences one is enough', () => {
  const either = of('a', { expression: '(GPL-3.0-only OR MIT)' });
  const both = of('b', { license: { id: 'EPL-2.0' } }, { license: { id: 'GPL-3.0-only' } });
  expect(refused(file(either, both))).toEqual([]);
});

test('a file that names nothing tells nothing', () => {
  expect(() => refused(file())).toThrow('names no component');
});
