/** The embedded PostgreSQL: adopted when it runs, started when not, ended when nobody holds it. */
import { spawn } from 'node:child_process';
import { existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, readText, writeWhole } from '../files.mjs';
import { withLock } from '../lock.mjs';
import { freePort, isTaken } from '../port.mjs';
import { isAlive, signal, startOf, until } from '../processes.mjs';
import { Problem } from '../say.mjs';
import { databaseAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { createData } from './create.mjs';
import { hold, isHeld } from './holders.mjs';
import { clearLeftovers } from './leftovers.mjs';
import { lockOf, openPlace, enterableFolder } from './place.mjs';
import { resetPassword } from './password.mjs';
import { answers, findPostmaster } from './postmaster.mjs';
import { serverArguments } from './settings.mjs';

const supervisorFile = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));
const startPatience = 180_000;

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
    const cluster = { place, account, fast, child: undefined };
    const release = hold(place.holders);
    try {
      const started = await ensureRunning(cluster);
      return handleOf(cluster, started, release);
    } catch (error) {
      release();
      cluster.child?.stdin.destroy();
      throw error;
    }
  });
}

async function ensureRunning(cluster) {
  const { place } = cluster;
  const running = findPostmaster(place.data);
  if (running && place.forgotten) await end(running);
  else if (running) {
    const ready = await until(startPatience, async () => {
      const now = findPostmaster(place.data);
      return now === undefined ? 'gone' : (await answers(now)) && now;
    });
    if (ready === undefined) {
      throw new Problem(
        `A database server (process ${running.pid}) runs on ${place.data} but does not answer.`,
      );
    }
    if (ready !== 'gone') {
      cluster.postmaster = ready;
      superviseIfAlone(cluster);
      return false;
    }
  }
  await start(cluster);
  return true;
}

async function start(cluster) {
  const { place, account, fast } = cluster;
  const binaries = findBinaries(account);
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    createData({ data: place.data, binaries, account, fast, password: place.state.password });
  }
  checkMajor(place, binaries);
  await clearLeftovers(place.data);
  if (place.forgotten) resetPassword(place, binaries, account);
  for (let attempt = 1; ; attempt += 1) {
    if (await isTaken(place.state.port)) {
      place.state.port = await freePort();
      place.save();
    }
    turnLog(place.log);
    const logged = sizeOf(place.log);
    const args = serverArguments({ data: place.data, port: place.state.port, fast });
    spawnSupervisor(cluster, { postgres: binaries.postgres, args });
    const ready = await until(startPatience, async () => {
      if (cluster.child.exitCode !== null || cluster.child.signalCode !== null) return 'ended';
      const now = findPostmaster(place.data);
      return (await answers(now)) && now;
    });
    if (ready && ready !== 'ended') {
      cluster.postmaster = ready;
      return;
    }
    const words = (readText(place.log) ?? '').slice(logged).trim();
    const portLost = words.includes('could not bind') && attempt < 3;
    if (!portLost)
      throw new Problem(`The database did not start. Its log (${place.log}) says:\n${words}`);
  }
}

async function end(postmaster) {
  signal(postmaster.pid, 'SIGINT');
  await until(30_000, () => !isAlive(postmaster));
}

function checkMajor(place, binaries) {
  const found = readText(join(place.data, 'PG_VERSION'))?.trim();
  if (found === binaries.major) return;
  throw new Problem(
    `${place.data} was made by PostgreSQL ${found}; this Stemma brings PostgreSQL ${binaries.major}.\n` +
      'Open it with the Stemma that made it, or name another folder with STEMMA_DATA.',
  );
}

/** A server whose supervisor was killed gets a new one, held by this process. */
function superviseIfAlone(cluster) {
  if (isAlive(readJson(cluster.place.supervisor))) return;
  const { pid, start } = cluster.postmaster;
  spawnSupervisor(cluster, { adopt: { pid, start } });
}

function spawnSupervisor(cluster, work) {
  const { place, account } = cluster;
  const plan = { ...work, account, log: place.log, lock: place.lock, holders: place.holders };
  const log = openSync(place.log, 'a', 0o600);
  // Its own process group: Ctrl-C must reach the application first and the database never.
  const child = spawn(process.execPath, [supervisorFile, JSON.stringify(plan)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', log],
  });
  child.stdin.on('error', () => {});
  child.unref();
  child.stdin.unref?.();
  cluster.child = child;
  writeWhole(place.supervisor, JSON.stringify({ pid: child.pid, start: startOf(child.pid) }));
}

function handleOf(cluster, started, release) {
  const { place, postmaster } = cluster;
  const watchers = [];
  const watch = setInterval(() => {
    if (!isAlive(postmaster)) {
      clearInterval(watch);
      for (const tell of watchers) tell();
    } else if (!isAlive(readJson(place.supervisor))) {
      void withLock(place.lock, () => isAlive(postmaster) && superviseIfAlone(cluster));
    }
  }, 500);
  watch.unref();
  return {
    url: `postgres://postgres:${encodeURIComponent(place.state.password)}@127.0.0.1:${postmaster.port}/postgres`,
    started,
    onDeath: (tell) => watchers.push(tell),
    async close() {
      clearInterval(watch);
      release();
      cluster.child?.stdin.destroy();
      if (!isHeld(place.holders)) await until(30_000, () => !isAlive(postmaster));
    },
  };
}

/** Removes a cluster that nobody holds: its data wherever it lives, then its folder. */
export async function removeCluster(folder) {
  if (!existsSync(folder)) return;
  await withLock(lockOf(folder), async () => {
    if (isHeld(join(folder, 'holders'))) {
      throw new Problem(`${folder} is in use by another command. Wait until it ends.`);
    }
    const place = await openPlace(folder, databaseAccount());
    const running = findPostmaster(place.data);
    if (running) await end(running);
    await clearLeftovers(place.data);
    rmSync(place.data, { recursive: true, force: true });
    if (dirname(place.data) !== place.folder)
      rmSync(dirname(place.data), { recursive: true, force: true });
  });
  rmSync(folder, { recursive: true, force: true });
}

function turnLog(file) {
  if (sizeOf(file) > 10_000_000) renameSync(file, `${file}.1`);
}

function sizeOf(file) {
  return existsSync(file) ? statSync(file).size : 0;
}
