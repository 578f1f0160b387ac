/** Recovers a cluster whose state file, and with it the superuser's password, was lost. */
import { spawnSync } from 'node:child_process';
import { Problem } from '../say.mjs';

/** Sets the password in single-user mode, which asks for none; the server must not run. */
export function resetPassword(place, binaries, account) {
  const made = spawnSync(binaries.postgres, ['--single', '-D', place.data, 'postgres'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    input: `ALTER ROLE postgres PASSWORD '${place.state.password}'\n`,
  });
  if (made.status !== 0) {
    throw new Problem(`The lost password of ${place.data} could not be replaced:\n${made.stderr}`);
  }
  place.save();
}
