/** The embedded PostgreSQL: adopted when it runs, started when not, ended when nobody holds it. */
import { readJson } from '../files.mjs';
import { withLock } from '../lock.mjs';
import { isAlive, until } from '../processes.mjs';
import { Problem } from '../say.mjs';
import { databaseAccount } from './account.mjs';
import { guardServer } from './guard.mjs';
import { hold, isHeld } from './holders.mjs';
import { enterableFolder, lockOf, openPlace } from './place.mjs';
import { answers, findPostmaster } from './postmaster.mjs';
import { endServer, startPatience, startServer } from './server.mjs';
import { superviseIfAlone } from './supervise.mjs';

/**
 * Gives `{ url, started, close, onDeath }` of a server that answers now. `started` tells whether this call started it.
 * `url` is the superuser's. `close()` lets go: the last holder's close ends the server and waits for its end.
 * `onDeath(fn)` calls once when the server ends although it is held. `fast` trades durability for speed (tests).
 */
export async function openCluster(folder, { fast = false } = {}) {
  const account = databaseAccount();
  enterableFolder(folder, account);
  return withLock(lockOf(folder), async () => {
    const place = await openPlace(folder, account);
    const cluster = { place, account, fast, supervisor: undefined, postmaster: undefined };
    const release = hold(place.holders);
    try {
      const started = await ensureRunning(cluster);
      return handleOf(cluster, started, release);
    } catch (error) {
      release();
      cluster.supervisor?.stdin.destroy();
      throw error;
    }
  });
}

async function ensureRunning(cluster) {
  cluster.postmaster = await findAnswering(cluster.place);
  if (cluster.postmaster === undefined) {
    cluster.postmaster = await startServer(cluster);
    return true;
  }
  superviseIfAlone(cluster);
  return false;
}

/** The running server once it answers; undefined when there is none, or when it was about to end. */
async function findAnswering(place) {
  const running = findPostmaster(place.data);
  if (running === undefined) return undefined;
  if (place.forgotten) {
    await endServer(running);
    return undefined;
  }
  const found = await until(startPatience, async () => {
    const now = findPostmaster(place.data);
    return now === undefined ? 'gone' : (await answers(now)) && now;
  });
  if (found) return found === 'gone' ? undefined : found;
  throw new Problem(
    `A database server (process ${running.pid}) runs on ${place.data} but does not answer.`,
  );
}

function handleOf(cluster, started, release) {
  const { place, postmaster } = cluster;
  const { password } = place.state;
  const guard = guardServer(cluster);
  return {
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${postmaster.port}/postgres`,
    started,
    onDeath: guard.onDeath,
    async close() {
      guard.stop();
      await withLock(place.lock, () => letGo(cluster, release));
      if (!isHeld(place.holders)) await until(30_000, () => !isAlive(postmaster));
    },
  };
}

/** The supervisor ends the server once it sees nobody holding it; when it was killed, that is left to us. */
async function letGo({ place, postmaster, supervisor }, release) {
  release();
  supervisor?.stdin.destroy();
  if (!isHeld(place.holders) && !isAlive(readJson(place.supervisor))) await endServer(postmaster);
}
