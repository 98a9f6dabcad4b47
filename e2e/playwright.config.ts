import { defineConfig, devices } from '@playwright/test';
import { existsSync } from 'node:fs';
import { servers } from './support/servers.ts';

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Journeys through the real server in a real browser: an empty company and the demonstration, each on a port of its own. */
export default defineConfig({
  testDir: 'journeys',
  fullyParallel: false,
  workers: 1,
  // A busy machine may need a second look; the report names what did.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    // The offline shell answers for pages and their files, where no route of a journey would see it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: Object.values(servers).map((server) => ({
    command: `node support/serve.mjs ${server.name} ${server.port}`,
    url: `${server.url}/api/system/health/readiness`,
    timeout: 180_000,
    reuseExistingServer: process.env['E2E_REUSE'] === '1',
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  })),
});
