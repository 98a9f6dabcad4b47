// Draws the icons of the installed program from the seal, by hand when the seal changes: node support/icons.mjs
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../web/public/', import.meta.url);
const seal = readFileSync(new URL('favicon.svg', folder), 'utf8');
const red = '#B83A2B';

/** Systems that cut icons to a shape of their own want colour to the edges and the mark well within. */
const icons = [
  { name: 'icon-192', size: 192, share: 1, back: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, back: 'transparent' },
  { name: 'icon-180', size: 180, share: 0.92, back: red },
  { name: 'icon-maskable-512', size: 512, share: 0.74, back: red },
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const { name, size, share, back } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${back}}` +
      `svg{width:${share * 100}vw}</style>${seal}`,
  );
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)), omitBackground: true });
}
await browser.close();
