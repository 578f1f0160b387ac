/** PostgreSQL refuses to run as root: who runs it then. */
import { execFileSync, spawnSync } from 'node:child_process';
import { Problem } from '../say.mjs';

/** `{ uid, gid }` for the server when we are root (the account must be in the system's list), else undefined. */
export function databaseAccount() {
  if (process.getuid() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Problem(
    'PostgreSQL cannot run as root, and this system has neither an account "postgres" nor "nobody".',
  );
}

/** Whether the account can enter a folder: asked of the system, since ACLs and mounts have a say too. */
export function canEnter(folder, account) {
  if (account === undefined) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

function idOf(flag, name) {
  try {
    const text = execFileSync('id', [flag, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(text.trim());
  } catch {
    return undefined;
  }
}
