/** Installs what package-lock.json names, when that is not what node_modules holds. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { digest, readJson, readText, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { note, Problem, progressFd, step } from './say.mjs';

const stamp = inRoot('node_modules/.stemma-lock-hash');

/** After this, every package of the lock file is there. One installation at a time per checkout. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(
    inRoot('.install.lock'),
    () => (isInstalled() ? undefined : step('install', install)),
    () => note('install', 'waiting for another installation in this folder'),
  );
}

function isInstalled() {
  const known = readText(stamp);
  if (known !== undefined) return known === lockHash();
  // Installed by hand: npm's own record says whether it is the same set.
  if (!matchesLock(readJson(inRoot('node_modules/.package-lock.json')))) return false;
  writeWhole(stamp, lockHash(), 0o644);
  return true;
}

function matchesLock(installed) {
  if (installed?.packages === undefined) return false;
  const wanted = readJson(inRoot('package-lock.json')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed.packages[path];
    return path === '' || (found ? found.version === entry.version : entry.optional || entry.peer);
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
