/** `npm run dev`: pages rebuilt on save, worker restarted on save, the same database and steps as `npm start`. */
import { nextEnvironment, nextProgram } from '../lib/build.mjs';
import { ensureBundles } from '../lib/bundle.mjs';
import { startChild } from '../lib/children.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { serve } from '../lib/serve.mjs';
import { watchWorker } from '../lib/watch-worker.mjs';

export function run() {
  return serve({
    async prepare({ dist }) {
      await ensureInstalled();
      await ensureBundles(dist);
    },
    startPages: (launch, env) =>
      startChild('app', [nextProgram, 'dev', '-H', '127.0.0.1', '-p', String(launch.port)], {
        ...env,
        ...mode(launch),
      }),
    startWorker: (launch, env) => watchWorker(launch, { ...env, ...mode(launch) }),
  });
}

function mode(launch) {
  const { NODE_ENV, STEMMA_NEXT_DIR } = nextEnvironment(launch.next, 'development');
  return { NODE_ENV, STEMMA_NEXT_DIR };
}
