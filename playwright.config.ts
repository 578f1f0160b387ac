import { defineConfig } from '@playwright/test';
import { dataFolder } from './e2e/support/data-folder';
import { freePort } from './scripts/lib/port.mjs';
import { findBrowser } from './scripts/lib/test/browser.mjs';

// Workers load this file again: they must find the port that the first load chose.
process.env.STEMMA_E2E_PORT ??= String(await freePort());
const port = process.env.STEMMA_E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;
const browser = await findBrowser();

/** The flags keep Chromium off the network: it would look up its maker's hosts at every start. */
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.test/playwright',
  workers: Number(process.env.STEMMA_E2E_WORKERS ?? 1),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args,
      ...(browser === undefined || browser === 'bundled' ? {} : { executablePath: browser }),
    },
  },
  webServer: {
    command: 'node scripts/run.mjs start',
    url: `${baseURL}/api/health`,
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: port,
      STEMMA_DATA: dataFolder,
      STEMMA_NEXT_DIR: '.test/next',
      STEMMA_DIST: '.test/dist',
      // The tests have their own database, whatever the caller's environment names.
      DATABASE_URL: '',
      APP_DATABASE_URL: '',
      STEMMA_URL: '',
      STEMMA_DEMO: '1',
    },
  },
});
