/** Gives a server its supervisor: the process that outlives us by just the time the server needs to end. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readJson, writeWhole } from '../files.mjs';
import { isAlive, startOf } from '../processes.mjs';

const program = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

/** Starts a server under a supervisor, whose process is the answer. */
export function superviseNew(cluster, postgres, args) {
  return spawnSupervisor(cluster, { postgres, args });
}

/** A server whose supervisor was killed gets a new one, tied to this process. */
export function superviseIfAlone(cluster) {
  if (isAlive(readJson(cluster.place.supervisor))) return;
  const { pid, start } = cluster.postmaster;
  spawnSupervisor(cluster, { adopt: { pid, start } });
}

function spawnSupervisor(cluster, work) {
  const { place, account } = cluster;
  const plan = { ...work, account, log: place.log, lock: place.lock, holders: place.holders };
  const log = openSync(place.log, 'a', 0o600);
  // Its own process group: Ctrl-C must reach the application first and the database never.
  const child = spawn(process.execPath, [program, JSON.stringify(plan)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', log],
  });
  closeSync(log);
  child.stdin.on('error', () => {});
  child.stdin.unref();
  child.unref();
  cluster.supervisor = child;
  writeWhole(place.supervisor, JSON.stringify({ pid: child.pid, start: startOf(child.pid) }));
  return child;
}
