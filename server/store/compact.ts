import { sql, type Transaction } from 'kysely';
import {
  ConflictError,
  CorruptionError,
  ForbiddenError,
  InvalidDagError,
  NotFoundError,
} from '@core/errors';
import { digestDag } from '@core/dag/digest';
import { canonicalBytes } from '@core/json/canonical';
import type { Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { audited } from './audited';
import { blobOf, MEDIA_TYPES } from './blob';
import { type Compaction, getCompaction } from './get-compaction';
import { getTag } from './get-tag';
import { cacheVersion, Materialized } from './head-cache';
import { replayVersion } from './materialize-version';
import { moveTag } from './move-tag';
import { putBlob } from './put-blob';

export interface CompactArgs extends ProjectScope {
  readonly headId: string;
  /** Also point this branch at the compacted version, when it still points at the head. */
  readonly moveTagId?: string | undefined;
  readonly opId: string;
}

export interface CompactResult extends Compaction {
  /** False when the head had been compacted before. */
  readonly created: boolean;
  readonly tagMoved: boolean;
}

/**
 * [C1] Writes a full document equal to the head, proved by its hash. Changes no identity: branches
 * stay where they are and the next edit starts a short chain on it. Throws NotFoundError,
 * InvalidDagError for a head that is a full document already, CorruptionError when the replay does
 * not give the recorded hash, ForbiddenError for moving a protected branch.
 */
export function compact(trx: Transaction<DB>, args: CompactArgs): Promise<CompactResult> {
  const { projectId, userId, opId, headId, moveTagId } = args;
  const request = { headId, moveTagId: moveTagId ?? null };
  return audited(
    trx,
    { projectId, userId, opId, action: 'compaction.compact', request },
    async () => {
      const { versionId, created } = await compactWithin(trx, args);
      const tagMoved =
        moveTagId !== undefined &&
        (await pointAt(trx, { projectId, userId, tagId: moveTagId, from: headId, to: versionId }));
      const compaction = await getCompaction(trx, { projectId, versionId });
      return { subjectId: versionId, result: { ...compaction, created, tagMoved } };
    },
  );
}

/** [C1] The explicit extra: false when the branch points at the full document already. */
async function pointAt(
  trx: Transaction<DB>,
  move: ProjectScope & { tagId: string; from: string; to: string },
): Promise<boolean> {
  const find = () => getTag(trx, { projectId: move.projectId, ref: { tagId: move.tagId } });
  if ((await find()).protected) {
    throw new ForbiddenError('This branch is protected; it was left where it is.');
  }
  if (await moveTag(trx, { ...move, kind: 'compaction' })) return true;
  if ((await find()).target !== move.to) {
    throw new ConflictError('The branch has moved on since; it was left where it is.');
  }
  return false;
}

/** The same as part of another transaction, without a record of its own. */
export async function compactWithin(
  trx: Transaction<DB>,
  args: ProjectScope & { headId: string },
): Promise<{ versionId: string; created: boolean }> {
  const { projectId, headId } = args;
  await oneCompactorAtATime(trx, headId);
  const head = await trx
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
    .where('h.project_id', '=', projectId)
    .where('h.id', '=', headId)
    .where('h.kind', 'in', ['dag_version', 'patch_set'])
    .executeTakeFirst();
  if (head === undefined) throw new NotFoundError('That version');
  if (head.compacted_id !== null) return { versionId: head.compacted_id, created: false };
  if (head.kind === 'dag_version') {
    throw new InvalidDagError(
      'That version is a full document already; there is nothing to compact.',
    );
  }
  const replayed = await replayVersion(trx, { projectId, versionId: headId });

  const digest = digestDag(replayed.dag);
  if (digest.versionHash !== head.version_hash) {
    throw new CorruptionError('Replaying the chain does not give the recorded hash.', {
      version: headId,
    });
  }
  const blob = blobOf(canonicalBytes(replayed.dag as unknown as Json), MEDIA_TYPES.dag);

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
  cacheVersion(
    { projectId, versionId },
    new Materialized(replayed.dag, { bytes: digest.bytes, digest }),
  );
  return { versionId, created: true };
}

/** [C3] For efficiency, not safety: the unique index already lets only one of two through. */
async function oneCompactorAtATime(trx: Transaction<DB>, headId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${headId}, 0))`.execute(trx);
}
