/** The database of a launch, embedded or external, ready for its migrations. */
import { join } from 'node:path';
import { openCluster } from '../pg/cluster.mjs';
import { step } from '../say.mjs';
import { withAccount } from './connect.mjs';
import { openExternal } from './external.mjs';
import { ensureDatabase, ensureRoles } from './roles.mjs';

/**
 * `{ ownerUrl, appUrl, external, close, onDeath }`. The owner's URL is for migrations and the command line only.
 */
export async function openDatabase(folder, secrets, { env = process.env, fast = false } = {}) {
  if (env.DATABASE_URL) {
    const urls = await step('database', async () => {
      const found = await openExternal(env.DATABASE_URL, env.APP_DATABASE_URL, secrets);
      return { ...found, words: `external, ${new URL(found.ownerUrl).host}` };
    });
    return { ...urls, external: true, close: () => Promise.resolve(), onDeath: () => {} };
  }
  const cluster = await step('database', async () => {
    const opened = await openCluster(join(folder, 'pg'), { fast });
    const verb = opened.started ? 'started' : 'already running';
    return { ...opened, words: `embedded PostgreSQL ${verb}, port ${new URL(opened.url).port}` };
  });
  try {
    await ensureRoles(cluster.url, secrets);
    await ensureDatabase(cluster.url, 'stemma');
  } catch (error) {
    await cluster.close();
    throw error;
  }
  const as = (user, password) => withAccount(cluster.url, { user, password, database: 'stemma' });
  return {
    ownerUrl: as('stemma_owner', secrets.ownerPassword),
    appUrl: as('stemma_app', secrets.appPassword),
    external: false,
    close: cluster.close,
    onDeath: cluster.onDeath,
  };
}
