import type { Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import { isJsonObject, type Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import { readBlob } from '../store/blob';
import { materializeVersion } from '../store/materialize-version';
import { getRunSummary, type RunSummary } from './run-summary';

export interface RunDetail extends RunSummary {
  readonly input: Json;
  readonly tagsSnapshot: Record<string, string>;
  readonly manifestId: string;
  /** The document the frozen graph is drawn from. */
  readonly document: Dag;
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
    manifestId: manifest.manifest_id,
    document: dag,
  };
}
