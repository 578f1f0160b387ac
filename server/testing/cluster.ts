import { openTestCluster as openEmbedded } from '../../scripts/lib/test/cluster.mjs';

export interface TestCluster {
  /** The superuser's URL of the maintenance database. */
  readonly superUrl: string;
  readonly close: () => Promise<void>;
}

/** TEST_DATABASE_URL (a superuser) when given, else the embedded cluster of `.test/pg`, shared by all test runs. */
export async function openTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { superUrl: given, close: () => Promise.resolve() };
  const cluster = await openEmbedded();
  return { superUrl: cluster.url, close: cluster.close };
}
