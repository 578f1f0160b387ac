/** Installs what package-lock.json names, when that is not what node_modules holds. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { digest, readJson, readText, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { note, Problem, progressFd, step } from './say.mjs';

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

function install() {
  note('install', 'npm ci (the first time this takes a minute)');
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund'];
  const out = progressFd();
  const made = spawnSync(npm.command, args, { cwd: root, stdio: ['ignore', out, 2] });
  if (made.error) throw new Problem(`npm could not be started: ${made.error.message}`);
  if (made.status !== 0) throw new Problem('npm ci failed; its own words are above.');
  writeWhole(stamp, lockHash(), 0o644);
}

/** The npm that runs us, so that its version and configuration stay the same. */
function npmCommand() {
  const running = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(running) && existsSync(running)) {
    return { command: process.execPath, args: [running] };
  }
  return { command: 'npm', args: [] };
}

function lockHash() {
  return digest(readFileSync(inRoot('package-lock.json')));
}
