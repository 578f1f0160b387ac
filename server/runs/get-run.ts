import { sql, type Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import { isJsonObject, type Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import { readBlob } from '../store/blob';
import { materializeVersion } from '../store/materialize-version';
import { getRunSummary, type RunSummary } from './run-summary';

export interface RunDetail extends RunSummary {
  readonly input: Json;
  readonly tagsSnapshot: Record<string, string>;
  /** The same, by name, with what each branch held. */
  readonly branches: RunBranch[];
  readonly manifestId: string;
  /** The document the frozen graph is drawn from. */
  readonly document: Dag;
}

export interface RunBranch {
  readonly name: string;
  readonly versionId: string;
  readonly versionHash: string;
}

/** A run with its manifest's input and its frozen graph; throws NotFoundError. */
export async function getRun(
  trx: Transaction<DB>,
  key: { projectId: string; runId: string },
): Promise<RunDetail> {
  const { projectId } = key;
  const summary = await getRunSummary(trx, key);
  const manifest = await trx
    .selectFrom('run as r')
    .innerJoin('artifact as a', (join) =>
      join.onRef('a.project_id', '=', 'r.project_id').onRef('a.id', '=', 'r.manifest_id'),
    )
    .innerJoin('cas_blob as b', (join) =>
      join.onRef('b.project_id', '=', 'a.project_id').onRef('b.cas_id', '=', 'a.cas_id'),
    )
    .select(['r.manifest_id', 'r.tags_snapshot', 'b.cas_id', 'b.bytes'])
    .where('r.project_id', '=', projectId)
    .where('r.id', '=', key.runId)
    .executeTakeFirstOrThrow();
  const { dag } = await materializeVersion(trx, { projectId, versionId: summary.versionId });
  const content = readBlob(manifest);
  return {
    ...summary,
    input: isJsonObject(content) ? (content.input ?? null) : null,
    tagsSnapshot: manifest.tags_snapshot,
    branches: await branchesOf(trx, { projectId, tags: manifest.tags_snapshot }),
    manifestId: manifest.manifest_id,
    document: dag,
  };
}

async function branchesOf(
  trx: Transaction<DB>,
  { projectId, tags }: { projectId: string; tags: Record<string, string> },
): Promise<RunBranch[]> {
  const versions = await trx
    .selectFrom('artifact')
    .select(['id', sql<string>`version_hash`.as('hash')])
    .where('project_id', '=', projectId)
    .where('id', '=', sql<string>`any(${Object.values(tags)}::uuid[])`)
    .execute();
  const hashes = new Map(versions.map(({ id, hash }) => [id, hash]));
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, versionId]) => {
      const versionHash = hashes.get(versionId);
      return versionHash === undefined ? [] : [{ name, versionId, versionHash }];
    });
}
