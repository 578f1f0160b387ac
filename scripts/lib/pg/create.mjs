/** Makes the data folder of a new cluster: whole or not at all. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../say.mjs';

/** initdb into a neighbour folder, renamed when complete: a kill on the way leaves nothing half made. */
export function createData({ data, binaries, account, password, fast }) {
  forgetAttempts(data);
  // A name of our own: the initdb of a killed start may still be writing to its folder.
  const making = `${data}.making-${process.pid}`;
  const secret = `${making}.password`;
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600, flag: 'wx' });
  for (const path of account ? [making, secret] : []) chownSync(path, account.uid, account.gid);
  try {
    initialize({ making, secret, binaries, account, fast });
  } finally {
    rmSync(secret, { force: true });
  }
  chmodSync(making, 0o700);
  renameSync(making, data);
}

function forgetAttempts(data) {
  const attempts = readdirSync(dirname(data)).filter((name) =>
    name.startsWith(`${basename(data)}.making-`),
  );
  for (const name of attempts) rmSync(join(dirname(data), name), { recursive: true, force: true });
}

function initialize({ making, secret, binaries, account, fast }) {
  const args = [
    '-D',
    making,
    '-U',
    'postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
    ...(fast ? ['--no-sync'] : []),
  ];
  const made = spawnSync(binaries.initdb, args, {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
  });
  if (made.status !== 0) {
    throw new Problem(
      `The database could not be created in ${join(making, '..')}:\n${made.error?.message ?? made.stderr}`,
    );
  }
}
