import type { TestProject } from 'vitest/node';
import { openTestCluster } from './cluster';
import { dropStaleDatabases } from './stale-databases';
import { ensureTemplate } from './template';

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: { superUrl: string; template: string };
  }
}

/** Once per run of the pg project: a server, the roles and a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openTestCluster();
  try {
    const template = await ensureTemplate(cluster.superUrl);
    await dropStaleDatabases(cluster.superUrl, template);
    project.provide('testCluster', { superUrl: cluster.superUrl, template });
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return cluster.close;
}
