/** The programs that run outside Next, each one file of plain JavaScript beside node_modules. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { Problem, step } from './say.mjs';
import { hashOfBundleSources } from './sources.mjs';

export const entries = {
  migrate: 'server/db/migrate-main.ts',
  worker: 'server/worker/main.ts',
  stemma: 'cli/main.ts',
};

/** After this, `migrate.mjs`, `worker.mjs` and `stemma.mjs` in `dist` are those of the sources. */
export async function ensureBundles(dist) {
  const stamp = join(dist, '.sources');
  const isCurrent = () => readText(stamp) === hashOfBundleSources();
  if (isCurrent()) return;
  mkdirSync(dist, { recursive: true });
  await withLock(join(dist, '.bundle.lock'), async () => {
    if (isCurrent()) return;
    await step('bundle', async () => {
      const hash = hashOfBundleSources();
      for (const name of Object.keys(entries)) await bundle(name, dist);
      writeWhole(stamp, hash, 0o644);
    });
  });
}

/** esbuild's options for one entry. */
export function bundleOptions(name, dist) {
  return {
    absWorkingDir: root,
    entryPoints: [inRoot(entries[name])],
    outfile: join(dist, `${name}.mjs`),
    tsconfig: inRoot('tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    conditions: ['react-server'],
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  };
}

/** Replaced in one step: a running command keeps reading the file it began with. */
async function bundle(name, dist) {
  const { build } = await import('esbuild');
  try {
    const { outputFiles } = await build({ ...bundleOptions(name, dist), write: false });
    for (const file of outputFiles) writeWhole(file.path, file.text, 0o644);
    chmodSync(join(dist, `${name}.mjs`), 0o755);
  } catch (error) {
    if (error.errors === undefined) throw error;
    throw new Problem(`${entries[name]} could not be bundled; the reasons are above.`);
  }
}
