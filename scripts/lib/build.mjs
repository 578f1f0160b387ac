/** The pages' production build, made when the sources changed. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readText, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { note, Problem, progressFd, step } from './say.mjs';
import { hashOfPageSources } from './sources.mjs';
import { runTethered } from './tethered.mjs';

export const nextProgram = inRoot('node_modules/next/dist/bin/next');

/** After this, the folder holds the build of the sources. A killed build is made again. */
export async function ensureBuilt(folder) {
  const stamp = join(folder, 'stemma-sources');
  const isCurrent = () => readText(stamp) === hashOfPageSources();
  if (isCurrent()) return;
  mkdirSync(dirname(folder), { recursive: true });
  await withLock(
    `${folder}.lock`,
    () =>
      isCurrent()
        ? undefined
        : step('build', async () => {
            const hash = hashOfPageSources();
            rmSync(stamp, { force: true });
            await nextBuild(folder);
            writeWhole(stamp, hash, 0o644);
          }),
    () => note('build', 'waiting for another build in this folder'),
  );
}

async function nextBuild(folder) {
  note('build', 'next build (half a minute the first time)');
  const code = await runTethered([nextProgram, 'build'], {
    env: nextEnvironment(folder, 'production'),
    stdio: ['ignore', progressFd(), 2],
  });
  if (code !== 0) throw new Problem('The build failed; its own words are above.');
}

/** Next's view of the environment: its build folder, and no database (the build needs none). */
export function nextEnvironment(folder, mode) {
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _app, ...env } = process.env;
  return {
    ...env,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    STEMMA_NEXT_DIR: relative(root, folder),
  };
}
