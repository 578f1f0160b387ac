/** Where a cluster lives, and what we remember about it (`state.json`, 0600: password, port, place of the data). */
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { digest, readJson, writeWhole } from '../files.mjs';
import { freePort } from '../port.mjs';
import { Problem } from '../say.mjs';
import { canEnter } from './account.mjs';
import { systemFolder } from './system-folder.mjs';

/** Opens (or makes) the cluster's folder: paths, plus `state` with the superuser's password and the port. */
export async function openPlace(folder, account) {
  enterableFolder(folder, account);
  const real = realpathSync(folder);
  const stateFile = join(real, 'state.json');
  const known = readJson(stateFile);
  const state = known ?? {
    password: randomBytes(24).toString('base64url'),
    port: await freePort(),
    data: chooseData(real, account),
  };
  const data = resolve(real, state.data);
  // Until the new password is set in the data, a state file that says so must not exist.
  const forgotten = known === undefined && existsSync(join(data, 'PG_VERSION'));
  const save = () => writeWhole(stateFile, JSON.stringify(state, null, 2));
  if (!forgotten) save();
  return {
    folder: real,
    data,
    state,
    forgotten,
    save,
    log: join(real, 'postgres.log'),
    lock: lockOf(real),
    holders: join(real, 'holders'),
    supervisor: join(real, 'supervisor.json'),
  };
}

/** The lock that guards starting, adopting and stopping. */
export function lockOf(folder) {
  return join(folder, 'start.lock');
}

/** A folder of ours that the database account may pass through, but not list. */
export function enterableFolder(folder, account) {
  makeFolders(folder);
  const { uid } = statSync(folder);
  if (uid !== process.getuid()) {
    throw new Problem(
      `${folder} belongs to another account (uid ${uid}): start Stemma as that account.`,
    );
  }
  if (account) chownSync(folder, process.getuid(), account.gid);
  chmodSync(folder, account ? 0o710 : 0o700);
}

/** One by one from the first that exists: asked for all at once, some file systems never answer. */
function makeFolders(folder) {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw new Problem(`${folder} is a file, not a folder.`);
  }
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Problem(`${folder} cannot be made: ${error.message}`);
  }
}

/** Kept relative when inside, so that the whole folder can be moved. */
function chooseData(folder, account) {
  if (canEnter(folder, account)) return relative(folder, join(folder, 'data'));
  const outside = join(systemFolder(), `cluster-${digest(folder).slice(0, 16)}`);
  enterableFolder(outside, account);
  return join(outside, 'data');
}
