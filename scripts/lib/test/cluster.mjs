/** The server of the database tests. */
import { inRoot } from '../paths.mjs';
import { openCluster } from '../pg/cluster.mjs';
import { removeCluster } from '../pg/remove.mjs';
import { note, Problem } from '../say.mjs';

/**
 * The cluster in `.test/pg`, shared by all test runs of this checkout. It is not durable: one that a power cut spoiled
 * is made anew.
 */
export async function openTestCluster() {
  const folder = inRoot('.test/pg');
  try {
    return await openCluster(folder, { fast: true });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    note('database', 'the test database did not start, making a new one');
    await removeCluster(folder);
    return openCluster(folder, { fast: true });
  }
}
