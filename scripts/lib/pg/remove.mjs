/** Removing a cluster: for tests and benchmarks, which begin with nothing. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from '../lock.mjs';
import { Problem } from '../say.mjs';
import { databaseAccount } from './account.mjs';
import { isHeld } from './holders.mjs';
import { clearLeftovers } from './leftovers.mjs';
import { lockOf, openPlace } from './place.mjs';
import { findPostmaster } from './postmaster.mjs';
import { endServer } from './server.mjs';

/** Removes a cluster that nobody holds: its data wherever it lives, then its folder. */
export async function removeCluster(folder) {
  if (!existsSync(folder)) return;
  await withLock(lockOf(folder), async () => {
    if (isHeld(join(folder, 'holders'))) {
      throw new Problem(`${folder} is in use by another command. Wait until it ends.`);
    }
    const place = await openPlace(folder, databaseAccount());
    const running = findPostmaster(place.data);
    if (running) await endServer(running);
    await clearLeftovers(place.data);
    rmSync(place.data, { recursive: true, force: true });
    const outside = dirname(place.data);
    if (outside !== place.folder) rmSync(outside, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
}
