import { ensureBuilt } from '../scripts/lib/build.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { builds } from './support/builds';

/** The pages' production build, as the browser tests have it. */
export default async function setup(): Promise<void> {
  await ensureBuilt(inRoot(builds.next));
}
