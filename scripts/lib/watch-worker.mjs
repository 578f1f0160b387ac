/** The worker under `npm run dev`: bundled again and restarted when one of its sources is saved. */
import { join } from 'node:path';
import { bundleOptions } from './bundle.mjs';
import { note } from './say.mjs';
import { keepWorker } from './worker.mjs';

/** `{ stop }`. A source that does not compile leaves the running worker alone. */
export async function watchWorker(launch, env) {
  const { context } = await import('esbuild');
  const folder = { dist: join(launch.dist, 'dev') };
  let worker;
  const restart = {
    name: 'restart',
    setup: (build) =>
      build.onEnd(async ({ errors }) => {
        if (errors.length > 0) return;
        if (worker === undefined) {
          worker = keepWorker({ ...launch, ...folder }, env);
          return;
        }
        note('worker', 'sources changed, restarting');
        await worker.restart();
      }),
  };
  const watcher = await context({ ...bundleOptions('worker', folder.dist), plugins: [restart] });
  await watcher.watch();
  return {
    async stop() {
      await watcher.dispose();
      await worker?.stop();
    },
  };
}
