import type { Transaction } from 'kysely';
import { updateDigest } from '@core/dag/digest';
import type { Dag } from '@core/dag/document';
import { CorruptionError, ForbiddenError, LimitExceededError } from '@core/errors';
import { canonicalBytes } from '@core/json/canonical';
import type { JsonObject } from '@core/json/json';
import { LIMITS } from '@core/limits';
import type { Op } from '@core/patch/ops';
import { unitsOf } from '@core/patch/units';
import type { DB } from '../db/schema/db';
import type { MoveKind } from '../db/schema/tag-move';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { blobOf, MEDIA_TYPES } from './blob';
import { cacheVersion, Materialized } from './head-cache';
import type { TagHead } from './load-tag-head';
import { materializeVersion } from './materialize-version';
import { placeAfter } from './place-after';
import type { TagSummary } from './tag-summary';
import { pushed, type Stack } from './undo-stack';
import type { VersionSummary } from './version-summary';
import { writePatch } from './write-patch';

/** A change of a branch's head that has been decided on and may be stored. */
export interface Change extends ProjectScope {
  readonly loaded: TagHead;
  readonly head: Materialized;
  readonly after: Dag;
  readonly ops: readonly Op[];
  /** The ops as they came, when they did not come from the server itself. */
  readonly bytes?: Uint8Array;
  readonly kind: MoveKind;
  readonly message: string;
  readonly opId: string;
  readonly requestHash: Buffer;
  readonly mergeParent?: { readonly id: string; readonly generation: number };
  readonly meta?: JsonObject;
  readonly targetSeq?: number;
  /** The person's stack afterwards; with the change on top of it when left out: [T2]. */
  readonly stack?: Stack;
}

export interface StoredPatch {
  readonly version: VersionSummary;
  readonly tag: TagSummary;
}

/**
 * [V2][V3][P2] The change as a patch at the end of the branch. Throws LimitExceededError for a
 * document that grew too large, RacedError when the branch was not locked and has moved.
 */
export async function storePatch(
  trx: Transaction<DB>,
  change: Change,
  write: typeof writePatch = writePatch,
): Promise<StoredPatch> {
  const { projectId, userId, loaded, head: before, after, ops, message } = change;
  const { tag, head } = loaded;
  const digest = updateDigest(before.digest, before.dag, after);
  if (digest.bytes > LIMITS.documentBytes) {
    throw new LimitExceededError('Bytes in a document', LIMITS.documentBytes, digest.bytes);
  }
  const place = await placeAfter(trx, change, loaded);
  const [id, generation] = [newId(), generationAfter(change)];
  const counts = {
    nodesCount: digest.collections.nodes.count,
    edgesCount: digest.collections.edges.count,
  };
  const hashes = { versionHash: digest.versionHash, logicHash: digest.logicHash };
  // Before it is there: who waits at the branch reads it the moment that it is.
  cacheVersion(
    { projectId, versionId: id },
    new Materialized(after, { bytes: digest.bytes, digest }),
  );
  const written = await write(trx, {
    projectId,
    userId,
    tag,
    id,
    parentId: head.id,
    mergeParentId: change.mergeParent?.id ?? null,
    ...place,
    newChainId: newId(),
    generation,
    message,
    opCount: ops.length,
    touches: unitsOf(before.dag, ops).writes,
    meta: change.meta === undefined ? null : JSON.stringify(change.meta),
    blob: blobOf(change.bytes ?? canonicalBytes(ops), MEDIA_TYPES.patch),
    ...hashes,
    ...counts,
    kind: change.kind,
    opId: change.opId,
    requestHash: change.requestHash,
    targetSeq: change.targetSeq ?? null,
    stack: change.stack ?? pushed(loaded),
  });
  return {
    version: {
      id,
      workflowId: tag.workflowId,
      kind: 'patch_set',
      message,
      parentId: head.id,
      mergeParentId: change.mergeParent?.id ?? null,
      baseVersion: place.baseVersion,
      depth: place.depth,
      generation,
      ...hashes,
      ...counts,
      compactedFromId: null,
      createdBy: loaded.caller,
      createdAt: written.createdAt,
    },
    tag: { ...tag, target: id, seq: written.seq, movedAt: written.createdAt },
  };
}

/** [V7] The document at the end of a loaded branch, proved to be the one that was recorded. */
export async function headDocument(
  trx: Transaction<DB>,
  { projectId, loaded: { head } }: { projectId: string; loaded: TagHead },
): Promise<Materialized> {
  const version = await materializeVersion(trx, { projectId, versionId: head.id });
  if (version.digest.versionHash !== head.versionHash) {
    throw new CorruptionError('The branch does not give its recorded hash.', { version: head.id });
  }
  return version;
}

/** [A3] Throws ForbiddenError on a protected branch. */
export function assertMovable({ tag }: { tag: TagSummary }): void {
  if (!tag.protected) return;
  throw new ForbiddenError('This branch is protected; it moves only through an approved proposal.');
}

function generationAfter({ loaded, mergeParent }: Change): number {
  return 1 + Math.max(loaded.head.generation, mergeParent?.generation ?? 0);
}
