/** Lock files between processes. A lock dies with its holder, however that ended. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, self } from './processes.mjs';

/** A file younger than this may still be in the making. */
const youngMs = 5_000;

/**
 * Takes the lock or returns the live holder's record. `{ release, recovered }` on success: release is idempotent,
 * `recovered` tells that an earlier holder died with it. `details` are shown to whoever finds the lock taken.
 */
export function tryLock(file, details = {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let recovered = false; ; recovered = true) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, JSON.stringify({ ...self(), ...details }));
      closeSync(handle);
      return { release: releaser(file), recovered };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder !== undefined) return { holder };
    removeStale(file);
  }
}

/** Runs `work` alone among all processes; `onWait(holder)` is told once when it has to wait. */
export async function withLock(file, work, onWait = () => {}) {
  let told = false;
  for (;;) {
    const { release, holder } = tryLock(file);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!told) onWait(holder);
    told = true;
    await sleep(50);
  }
}

/** The live holder of a lock file, or undefined when it is free or stale. */
export function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(holder) ? holder : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    return ageOf(file) < youngMs ? {} : undefined;
  }
}

/** Two processes that see the same stale file must not both delete: the second would delete the first's new lock. */
function removeStale(file) {
  const guard = `${file}.stale`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageOf(guard) > youngMs) tryTo(() => rmdirSync(guard));
    return;
  }
  if (readHolder(file) === undefined) tryTo(() => unlinkSync(file));
  rmdirSync(guard);
}

function releaser(file) {
  const release = () => {
    if (!process.listeners('exit').includes(release)) return;
    process.off('exit', release);
    tryTo(() => unlinkSync(file));
  };
  process.on('exit', release);
  return release;
}

function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function tryTo(action) {
  try {
    action();
  } catch {
    // Somebody else was faster.
  }
}
