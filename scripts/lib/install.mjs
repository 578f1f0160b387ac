/** Installs what package-lock.json names, when that is not what node_modules holds. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { digest, readJson, readText, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { inRoot } from './paths.mjs';
import { note, Problem, progressFd, step } from './say.mjs';
import { runTethered } from './tethered.mjs';

const stamp = inRoot('node_modules/.stemma-lock-hash');

/**
 * After this, every package of the lock file is there; tools for tests only when `tools` is wanted (or once anything has
 * to be installed). One installation at a time per checkout.
 */
export async function ensureInstalled({ tools = false } = {}) {
  if (isInstalled({ tools })) return;
  await withLock(
    inRoot('.install.lock'),
    () => (isInstalled({ tools }) ? undefined : step('install', install)),
    () => note('install', 'waiting for another installation in this folder'),
  );
}

/** Whether node_modules holds what the lock file names. */
export function isInstalled({ tools = false } = {}) {
  const known = readText(stamp);
  if (known !== undefined) return known === lockHash();
  // Installed by hand: npm's own record says whether it is the same set.
  const installed = readJson(inRoot('node_modules/.package-lock.json'));
  if (installed?.packages === undefined) return false;
  if (matchesLock(installed, { tools: true })) {
    writeWhole(stamp, lockHash(), 0o644);
    return true;
  }
  return !tools && matchesLock(installed, { tools: false });
}

function matchesLock(installed, { tools }) {
  const wanted = readJson(inRoot('package-lock.json')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed.packages[path];
    if (path === '') return true;
    if (found) return found.version === entry.version;
    return entry.optional || entry.peer || entry.devOptional || (entry.dev && !tools);
  });
}

async function install() {
  note('install', 'npm ci (the first time this takes a minute)');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const code = await runTethered([npmProgram(), ...args], { stdio: ['ignore', progressFd(), 2] });
  if (code !== 0) throw new Problem('npm ci failed; its own words are above.');
  writeWhole(stamp, lockHash(), 0o644);
}

/** The npm that runs us, so that its version and configuration stay the same; else the one beside this Node. */
function npmProgram() {
  const bin = dirname(realpathSync(process.execPath));
  const beside = [
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'npm'))
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path));
  const found = [process.env.npm_execpath ?? '', ...onPath, ...beside].find(
    (path) => /npm-cli\.c?js$/.test(path) && existsSync(path),
  );
  if (found === undefined) throw new Problem('npm was not found. Install it, then type npm start.');
  return found;
}

function lockHash() {
  return digest(readFileSync(inRoot('package-lock.json')));
}
