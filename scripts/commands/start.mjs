/** `npm start`: the product, as its users run it. */
import { ensureBuilt, nextEnvironment, nextProgram } from '../lib/build.mjs';
import { ensureBundles } from '../lib/bundle.mjs';
import { startChild } from '../lib/children.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { serve } from '../lib/serve.mjs';
import { keepWorker } from '../lib/worker.mjs';

export function run() {
  return serve({
    async prepare({ dist, next }) {
      await ensureInstalled();
      await ensureBundles(dist);
      await ensureBuilt(next);
    },
    startPages: (launch, env) =>
      startChild('app', [nextProgram, 'start', '-H', '127.0.0.1', '-p', String(launch.port)], {
        ...env,
        ...mode(launch),
      }),
    startWorker: (launch, env) => keepWorker(launch, { ...env, ...mode(launch) }),
  });
}

function mode(launch) {
  const { NODE_ENV, STEMMA_NEXT_DIR } = nextEnvironment(launch.next, 'production');
  return { NODE_ENV, STEMMA_NEXT_DIR };
}
