import { openCluster } from '../../scripts/lib/pg/cluster.mjs';

export interface TestCluster {
  /** The superuser's URL of the maintenance database. */
  readonly superUrl: string;
  readonly close: () => Promise<void>;
}

/** TEST_DATABASE_URL (a superuser) when given, else the embedded cluster of `.test/pg`, shared by all test runs. */
export async function openTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { superUrl: given, close: () => Promise.resolve() };
  const folder = new URL('../../.test/pg', import.meta.url).pathname;
  const cluster = await openCluster(folder, { fast: true });
  return { superUrl: cluster.url, close: cluster.close };
}
