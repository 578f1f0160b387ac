import { sql, type Transaction } from 'kysely';
import { CorruptionError, InvalidDagError, NotFoundError } from '@core/errors';
import { digestDag } from '@core/dag/digest';
import { canonicalBytes } from '@core/json/canonical';
import type { Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { blobOf, MEDIA_TYPES } from './blob';
import { replayVersion } from './materialize-version';
import { putBlob } from './put-blob';
import { VERSION_KINDS } from './version-summary';

export interface WrittenCompaction {
  readonly versionId: string;
  /** False when the head had been compacted before. */
  readonly created: boolean;
}

/**
 * [C1] The full document equal to a head, made from its stored bytes and proved by its hash. The
 * caller holds the head's lock: [C3]. Throws NotFoundError, InvalidDagError for a head that is a
 * full document already, CorruptionError.
 */
export async function writeCompaction(
  trx: Transaction<DB>,
  args: ProjectScope & { headId: string },
): Promise<WrittenCompaction> {
  const { projectId, headId } = args;
  const head = await findHead(trx, args);
  if (head === undefined) throw new NotFoundError('That version');
  if (head.compacted_id !== null) return { versionId: head.compacted_id, created: false };
  if (head.kind === 'dag_version') {
    throw new InvalidDagError(
      'That version is a full document already; there is nothing to compact.',
    );
  }
  const { dag } = await replayVersion(trx, { projectId, versionId: headId });

  const digest = digestDag(dag);
  if (digest.versionHash !== head.version_hash) {
    throw new CorruptionError('Replaying the chain does not give the recorded hash.', {
      version: headId,
    });
  }
  const blob = blobOf(canonicalBytes(dag as unknown as Json), MEDIA_TYPES.dag);

  const versionId = newId();
  await putBlob(trx, { projectId, blob });
  await trx
    .insertInto('artifact')
    .values({
      project_id: projectId,
      id: versionId,
      workflow_id: head.workflow_id,
      kind: 'dag_version',
      cas_id: blob.casId,
      message: 'Compaction',
      parent_id: headId,
      compacted_from_id: headId,
      generation: head.generation,
      version_hash: digest.versionHash,
      logic_hash: digest.logicHash,
      nodes_count: digest.collections.nodes.count,
      edges_count: digest.collections.edges.count,
      meta: sql<string>`jsonb_build_object('compacted_at', now(), 'original_depth', ${head.depth}::int,
        'original_patches', ${head.depth}::int)`,
      created_by: args.userId,
    })
    .execute();
  return { versionId, created: true };
}

function findHead(trx: Transaction<DB>, key: { projectId: string; headId: string }) {
  return trx
    .selectFrom('artifact as h')
    .leftJoin('artifact as v', (join) =>
      join.onRef('v.project_id', '=', 'h.project_id').onRef('v.compacted_from_id', '=', 'h.id'),
    )
    .select([
      'h.kind',
      'h.workflow_id',
      'h.depth',
      'h.generation',
      'h.version_hash',
      'v.id as compacted_id',
    ])
    .where('h.project_id', '=', key.projectId)
    .where('h.id', '=', key.headId)
    .where('h.kind', 'in', VERSION_KINDS)
    .executeTakeFirst();
}
