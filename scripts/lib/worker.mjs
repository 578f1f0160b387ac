/** Keeps the worker running: it restarts, slower each time, when it dies. */
import { join } from 'node:path';
import { startChild, stopChild } from './children.mjs';
import { note, seconds } from './say.mjs';

const firstPause = 500;
const longestPause = 30_000;
const healthyAfter = 60_000;

/** `{ stop, restart }` of a worker that is kept alive. */
export function keepWorker(launch, env) {
  let child;
  let timer;
  let stopped = false;
  let pause = firstPause;

  const start = () => {
    const begin = performance.now();
    const current = startChild(
      'worker',
      ['--enable-source-maps', join(launch.dist, 'worker.mjs')],
      env,
    );
    child = current;
    current.on('exit', (code, signal) => {
      if (stopped || current !== child) return;
      if (performance.now() - begin > healthyAfter) pause = firstPause;
      note('worker', `ended (${signal ?? `exit ${code}`}); again in ${seconds(pause)}`);
      timer = setTimeout(start, pause);
      pause = Math.min(pause * 2, longestPause);
    });
  };

  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await stopChild(child);
    },
    async restart() {
      clearTimeout(timer);
      const old = child;
      child = undefined;
      await stopChild(old);
      if (!stopped) start();
    },
  };
}
