import type { Transaction } from 'kysely';
import { updateDigest, type DagDigest } from '@core/dag/digest';
import type { Dag } from '@core/dag/document';
import { validateChange } from '@core/dag/validate';
import {
  CorruptionError,
  ForbiddenError,
  LimitExceededError,
  OpIdReusedError,
  ParentNotOnTagError,
} from '@core/errors';
import { assertIJson } from '@core/json/i-json';
import { LIMITS } from '@core/limits';
import { applyPatch } from '@core/patch/apply-patch';
import { messageFromChange } from '@core/patch/message';
import { parsePatch, type Patch } from '@core/patch/ops';
import { unitsOf } from '@core/patch/units';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { blobOf, MEDIA_TYPES } from './blob';
import { compactWithin } from './compact';
import { cacheVersion, Materialized } from './head-cache';
import { type HeadVersion, loadTagHead, type TagHead } from './load-tag-head';
import { materializeVersion } from './materialize-version';
import { moveTarget } from './move-target';
import { requestHash } from './request-hash';
import type { TagRef } from './tag-ref';
import type { TagSummary } from './tag-summary';
import type { UndoState } from './undo-state';
import { getVersionSummary } from './get-version-summary';
import type { VersionSummary } from './version-summary';
import { writeEdit } from './write-edit';

export interface AppendArgs extends ProjectScope {
  readonly ref: TagRef;
  /** The version the ops were made against. */
  readonly parent: string;
  readonly ops: unknown;
  readonly message?: string | undefined;
  readonly opId: string;
}

export type AppendResult =
  | {
      readonly status: 'committed';
      readonly version: VersionSummary;
      readonly tag: TagSummary;
      readonly undo: UndoState;
    }
  | { readonly status: 'unchanged'; readonly version: string }
  | {
      readonly status: 'conflict';
      readonly kind: 'stale_parent';
      readonly head: string;
      readonly seq: number;
    };

/**
 * [V3][V4][V5] Stores one edit as a patch and moves the branch to it. Committed when it resolves;
 * the transaction is over then. A retry with the same op_id gets the first answer. Throws the
 * core's errors for ops that are malformed or refused, OpIdReusedError, ParentNotOnTagError,
 * ForbiddenError on a protected branch, NotFoundError.
 */
export async function appendPatch(trx: Transaction<DB>, args: AppendArgs): Promise<AppendResult> {
  const patch = parsePatch(args.ops);
  if (args.message !== undefined) assertIJson(args.message);
  const loaded = await loadTagHead(trx, args);
  const { tag, head } = loaded;
  const hash = hashOf(args, tag.id, patch);
  if (loaded.earlier !== null) return repeat(trx, { ...args, loaded, hash });
  if (tag.protected) {
    throw new ForbiddenError(
      'This branch is protected; it moves only through an approved proposal.',
    );
  }
  if (!isSameDocument(args.parent, head)) return stale(trx, args, tag);
  const before = await materializeVersion(trx, { projectId: args.projectId, versionId: head.id });
  if (before.digest.versionHash !== head.versionHash) {
    throw new CorruptionError('The branch does not give its recorded hash.', { version: head.id });
  }

  const after = decide(before, patch);
  if (after.digest.versionHash === head.versionHash)
    return { status: 'unchanged', version: head.id };
  const message = args.message ?? messageFromChange(before.dag, after.dag);
  const place = await placeAfter(trx, args, loaded);

  const id = newId();
  const written = await writeEdit(trx, {
    projectId: args.projectId,
    userId: args.userId,
    tag,
    id,
    parentId: head.id,
    ...place,
    newChainId: newId(),
    generation: head.generation + 1,
    message,
    opCount: patch.ops.length,
    touches: unitsOf(before.dag, patch.ops).writes,
    blob: blobOf(patch.bytes, MEDIA_TYPES.patch),
    versionHash: after.digest.versionHash,
    logicHash: after.digest.logicHash,
    nodesCount: after.digest.collections.nodes.count,
    edgesCount: after.digest.collections.edges.count,
    opId: args.opId,
    requestHash: hash,
    below: loaded.undoTop,
  });
  cacheVersion(
    { projectId: args.projectId, versionId: id },
    new Materialized(after.dag, { bytes: after.digest.bytes, digest: after.digest }),
  );
  return {
    status: 'committed',
    version: {
      id,
      workflowId: tag.workflowId,
      kind: 'patch_set',
      message,
      parentId: head.id,
      baseVersion: place.baseVersion,
      depth: place.depth,
      generation: head.generation + 1,
      versionHash: after.digest.versionHash,
      logicHash: after.digest.logicHash,
      nodesCount: after.digest.collections.nodes.count,
      edgesCount: after.digest.collections.edges.count,
      compactedFromId: null,
      createdBy: loaded.caller,
      createdAt: written.createdAt,
    },
    tag: { ...tag, target: id, seq: written.seq, movedAt: written.createdAt },
    undo: { undo: { message }, redo: null },
  };
}

/** [C3] A branch that was pointed at a compaction of the parent has moved, but nothing has changed. */
function isSameDocument(parent: string, head: HeadVersion): boolean {
  return parent === head.id || parent === head.compactedFromId;
}

function decide(before: Materialized, patch: Patch): { dag: Dag; digest: DagDigest } {
  const dag = applyPatch(before.dag, patch.ops);
  validateChange(before.dag, dag);
  const digest = updateDigest(before.digest, before.dag, dag);
  if (digest.bytes > LIMITS.documentBytes) {
    throw new LimitExceededError('Bytes in a document', LIMITS.documentBytes, digest.bytes);
  }
  return { dag, digest };
}

/** [V2][C1] Where the edit goes: on along the chain, or onto a compaction of the head. */
async function placeAfter(
  trx: Transaction<DB>,
  args: ProjectScope,
  { head, compactedId }: TagHead,
): Promise<{ baseVersion: string; chainId: string | null; depth: number }> {
  if (compactedId !== null) return { baseVersion: compactedId, chainId: null, depth: 1 };
  if (head.depth < LIMITS.chainDepth) {
    return { baseVersion: head.baseVersion, chainId: head.chainId, depth: head.depth + 1 };
  }
  const { versionId } = await compactWithin(trx, { ...args, headId: head.id });
  return { baseVersion: versionId, chainId: null, depth: 1 };
}

function hashOf(args: AppendArgs, tagId: string, patch: Patch): Buffer {
  const { casId } = blobOf(patch.bytes, MEDIA_TYPES.patch);
  return requestHash('patch.append', [tagId, args.parent, casId, args.message ?? null]);
}

/** [V5] A parent that the branch has left behind; one it never had is an error of its own. */
async function stale(
  trx: Transaction<DB>,
  args: AppendArgs,
  tag: TagSummary,
): Promise<AppendResult> {
  const was = await trx
    .selectFrom('tag_move')
    .select('seq')
    .where('project_id', '=', args.projectId)
    .where('tag_id', '=', tag.id)
    .where('to_id', '=', args.parent)
    .limit(1)
    .executeTakeFirst();
  if (was === undefined) throw new ParentNotOnTagError(args.parent);
  return { status: 'conflict', kind: 'stale_parent', head: tag.target, seq: tag.seq };
}

/** [V4] The answer that the first call with this op_id got, whatever has come after it. */
async function repeat(
  trx: Transaction<DB>,
  args: AppendArgs & { loaded: TagHead; hash: Buffer },
): Promise<AppendResult> {
  const { loaded, hash, projectId } = args;
  const { earlier, tag } = loaded;
  if (earlier?.tagId !== tag.id || !earlier.requestHash.equals(hash)) {
    throw new OpIdReusedError(args.opId);
  }
  const to = await moveTarget(trx, { projectId, tagId: tag.id, seq: earlier.seq });
  const version = await getVersionSummary(trx, { projectId, versionId: to });
  return {
    status: 'committed',
    version,
    tag: { ...tag, target: to, seq: earlier.seq, movedAt: version.createdAt },
    undo: { undo: { message: version.message }, redo: null },
  };
}
