/** `npm start`: the product, as its users run it. */
import { ensureBuilt } from '../lib/build.mjs';
import { ensureBundles } from '../lib/bundle.mjs';
import { startChild } from '../lib/children.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { pagesProgram, productionMode } from '../lib/pages.mjs';
import { serve } from '../lib/serve.mjs';
import { keepWorker } from '../lib/worker.mjs';

export function run() {
  return serve({
    async prepare({ dist, next }) {
      await ensureInstalled();
      await ensureBundles(dist);
      await ensureBuilt(next);
    },
    startPages: (launch, env) => {
      const pages = pagesProgram(launch, env);
      return startChild('app', pages.args, pages.env);
    },
    startWorker: (launch, env) => keepWorker(launch, { ...env, ...productionMode(launch) }),
  });
}
