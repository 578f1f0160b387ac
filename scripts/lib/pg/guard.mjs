/** Watches a held server: tells of its death, and replaces its supervisor when that was killed. */
import { readJson } from '../files.mjs';
import { withLock } from '../lock.mjs';
import { isAlive } from '../processes.mjs';
import { superviseIfAlone } from './supervise.mjs';

/** `{ onDeath, stop }`. Does not keep the process running. */
export function guardServer(cluster) {
  const { place, postmaster } = cluster;
  const watchers = [];
  let busy = false;
  let stopped = false;
  const timer = setInterval(() => void look(), 500);
  timer.unref();

  async function look() {
    if (!isAlive(postmaster)) {
      clearInterval(timer);
      for (const tell of watchers) tell();
    } else if (!busy && !isAlive(readJson(place.supervisor))) {
      busy = true;
      await withLock(place.lock, () => {
        if (!stopped && isAlive(postmaster)) superviseIfAlone(cluster);
      });
      busy = false;
    }
  }

  return {
    onDeath: (tell) => watchers.push(tell),
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
