/** The browser of the end-to-end tests: Playwright's own, the system's, or Debian's package. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readText } from '../files.mjs';
import { note, Problem, progressFd } from '../say.mjs';

const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const names = [
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'microsoft-edge',
];

/**
 * Path of a browser to drive, 'bundled' for Playwright's own, or undefined. PW_CHROMIUM decides when set.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser(env = process.env) {
  if (env.PW_CHROMIUM) return env.PW_CHROMIUM;
  if (await hasBundled()) return 'bundled';
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(usualPlaces[process.platform] ?? []), ...onPath].find(isProgram);
}

/** As `findBrowser`, installing Debian's Chromium when we are root there. Without any: words that name one command. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (isRootOnDebian()) {
    note('browser', 'none found, installing Debian’s chromium');
    installFromDebian();
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Problem(
    'No browser for the browser tests. Type:\n  npx playwright install chromium\n' +
      'or set STEMMA_SKIP_BROWSER=1 to leave them out.',
  );
}

async function hasBundled() {
  try {
    const { chromium } = await import('@playwright/test');
    return existsSync(chromium.executablePath());
  } catch {
    return false;
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && /^ID=debian$/m.test(readText('/etc/os-release') ?? '');
}

function installFromDebian() {
  const out = progressFd();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', out, 2] });
  }
}
