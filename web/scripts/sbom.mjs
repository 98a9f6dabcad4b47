import { execSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from './licences.mjs';

/** What the client is made of, as CycloneDX; the server carries it in its jar. */
const target = fileURLToPath(new URL('../target/', import.meta.url));
const file = `${target}web.cdx.json`;
mkdirSync(target, { recursive: true });
writeFileSync(
  file,
  execSync('npm sbom --sbom-format cyclonedx --omit dev --package-lock-only', { maxBuffer: 64 << 20 }),
);
check(file);
