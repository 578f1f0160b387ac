/** `npm run build`: everything that `npm start` would build, without starting it. */
import { ensureBuilt } from '../lib/build.mjs';
import { ensureBundles } from '../lib/bundle.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { folders } from '../lib/paths.mjs';
import { checkPlatform } from '../lib/platform.mjs';
import { say } from '../lib/say.mjs';

export async function run() {
  checkPlatform();
  const { dist, next } = folders();
  await ensureInstalled();
  await ensureBundles(dist);
  await ensureBuilt(next);
  say('Built.');
}
