/** Starting and ending the server process of a cluster; the caller holds the cluster's lock. */
import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readText } from '../files.mjs';
import { freePort, isTaken } from '../port.mjs';
import { isAlive, signal, until } from '../processes.mjs';
import { Problem } from '../say.mjs';
import { findBinaries } from './binaries.mjs';
import { createData } from './create.mjs';
import { clearLeftovers } from './leftovers.mjs';
import { resetPassword } from './password.mjs';
import { enterableFolder } from './place.mjs';
import { answers, findPostmaster } from './postmaster.mjs';
import { serverArguments } from './settings.mjs';
import { superviseNew } from './supervise.mjs';

/** Recovery after a crash may take this long. */
export const startPatience = 180_000;

/** Starts the server, making its data first when there is none. Gives the postmaster, which answers. */
export async function startServer(cluster) {
  const { place, account, fast } = cluster;
  const binaries = findBinaries(account);
  if (!existsSync(join(place.data, 'PG_VERSION'))) makeData(cluster, binaries);
  checkMajor(place, binaries);
  await clearLeftovers(place.data);
  if (place.forgotten) resetPassword(place, binaries, account);
  for (let attempt = 1; ; attempt += 1) {
    const { postmaster, words } = await tryPort(cluster, binaries);
    if (postmaster) return postmaster;
    const portLost = words.includes('could not bind') && attempt < 3;
    if (portLost) continue;
    throw new Problem(`The database did not start. Its log (${place.log}) says:\n${words}`);
  }
}

function makeData({ place, account, fast }, binaries) {
  if (place.state.created) {
    throw new Problem(
      `The database files are gone from ${place.data}.\n` +
        `Put them back, or delete ${place.folder} to begin with an empty database.`,
    );
  }
  const { password } = place.state;
  enterableFolder(dirname(place.data), account);
  createData({ data: place.data, binaries, account, fast, password });
  place.state.created = true;
  place.save();
}

/** Fast shutdown of a server that nobody supervises. */
export async function endServer(postmaster) {
  signal(postmaster.pid, 'SIGINT');
  await until(30_000, () => !isAlive(postmaster));
}

async function tryPort(cluster, binaries) {
  const { place, fast } = cluster;
  if (await isTaken(place.state.port)) {
    place.state.port = await freePort();
    place.save();
  }
  if (sizeOf(place.log) > 10_000_000) renameSync(place.log, `${place.log}.1`);
  const logged = sizeOf(place.log);
  const args = serverArguments({ data: place.data, port: place.state.port, fast });
  const supervisor = superviseNew(cluster, binaries.postgres, args);
  const found = await until(startPatience, async () => {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) return 'ended';
    const now = findPostmaster(place.data);
    return (await answers(now)) && now;
  });
  if (found && found !== 'ended') return { postmaster: found };
  return { words: (readText(place.log) ?? '').slice(logged).trim() };
}

function checkMajor(place, binaries) {
  const found = readText(join(place.data, 'PG_VERSION'))?.trim();
  if (found === binaries.major) return;
  throw new Problem(
    `${place.data} was made by PostgreSQL ${found}; this Stemma brings PostgreSQL ${binaries.major}.\n` +
      'Open it with the Stemma that made it, or name another folder with STEMMA_DATA.',
  );
}

function sizeOf(file) {
  return existsSync(file) ? statSync(file).size : 0;
}
