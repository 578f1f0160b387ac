import type { Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import { validateChange } from '@core/dag/validate';
import { OpIdReusedError } from '@core/errors';
import { assertIJson } from '@core/json/i-json';
import { applyPatch } from '@core/patch/apply-patch';
import { compare } from '@core/patch/compare';
import { messageFromChange } from '@core/patch/message';
import { type Op, parsePatch, type Patch } from '@core/patch/ops';
import { carryOver } from '@core/version/carry-over';
import type { DB } from '../db/schema/db';
import { isRetry, type ProjectScope } from '../db/transaction';
import { blobOf, MEDIA_TYPES } from './blob';
import { type EditConflict, withAuthors } from './edit-conflict';
import { getVersionSummary } from './get-version-summary';
import type { Materialized } from './head-cache';
import { loadTagHead, type TagHead } from './load-tag-head';
import { materializeVersion } from './materialize-version';
import { moveTarget } from './move-target';
import { requestHash } from './request-hash';
import { assertMovable, headDocument, type StoredPatch, storePatch } from './store-patch';
import { getStoodAt } from './stood-at';
import type { TagRef } from './tag-ref';
import type { UndoState } from './undo-state';
import { writePatchAndCommit } from './write-patch';

export interface AppendArgs extends ProjectScope {
  readonly ref: TagRef;
  /** The version the ops were made against. */
  readonly parent: string;
  readonly ops: unknown;
  readonly message?: string | undefined;
  readonly opId: string;
}

/** [V5] `changes` are ops from the parent's document to the one that the answer is about. */
export type AppendResult =
  | (StoredPatch & { readonly status: 'committed'; readonly undo: UndoState })
  | (StoredPatch & {
      readonly status: 'rebased';
      readonly undo: UndoState;
      readonly changes: readonly Op[];
    })
  | { readonly status: 'unchanged'; readonly version: string; readonly changes: readonly Op[] }
  | {
      readonly status: 'conflict';
      readonly head: string;
      readonly seq: number;
      readonly conflicts: readonly EditConflict[];
      readonly changes: readonly Op[];
    };

/**
 * [V3][V4][V5] Stores one edit as a patch and moves the branch to it. An edit for an older version
 * waits its turn at the branch and is carried over when it touches nothing that came between:
 * `rebased`. A conflict stores nothing. Once an edit is stored the transaction is over; a retry with
 * the same op_id gets the first answer. Throws the core's errors for ops that are malformed or
 * refused, OpIdReusedError, ParentNotOnTagError, ForbiddenError on a protected branch, NotFoundError.
 */
export async function appendPatch(trx: Transaction<DB>, args: AppendArgs): Promise<AppendResult> {
  const patch = parsePatch(args.ops);
  if (args.message !== undefined) assertIJson(args.message);
  const loaded = await loadInTurn(trx, args);
  const request = { ...args, patch, loaded, hash: hashOf(args, loaded.tag.id, patch) };
  if (loaded.earlier !== null) return repeat(trx, request);
  assertMovable(loaded);
  const head = await headDocument(trx, request);
  return isSameDocument(args.parent, loaded)
    ? extend(trx, request, head)
    : carry(trx, request, head);
}

interface Request extends AppendArgs {
  readonly patch: Patch;
  readonly loaded: TagHead;
  readonly hash: Buffer;
}

/**
 * [V3] Without a lock while nobody is in the way: the write itself compares. Who is late, or was
 * overtaken between looking and writing, queues at the tag's row and decides there.
 */
async function loadInTurn(trx: Transaction<DB>, args: AppendArgs): Promise<TagHead> {
  if (isRetry(trx)) return loadTagHead(trx, { ...args, lock: true });
  const loaded = await loadTagHead(trx, args);
  if (loaded.earlier !== null || isSameDocument(args.parent, loaded)) return loaded;
  return loadTagHead(trx, { ...args, lock: true });
}

/** [C3] A branch that was pointed at a compaction of the parent has moved, but nothing has changed. */
function isSameDocument(parent: string, { head }: TagHead): boolean {
  return parent === head.id || parent === head.compactedFromId;
}

async function extend(
  trx: Transaction<DB>,
  request: Request,
  head: Materialized,
): Promise<AppendResult> {
  const { ops, bytes } = request.patch;
  const after = applyPatch(head.dag, ops);
  validateChange(head.dag, after);
  if (isUnchanged(head.dag, after)) {
    return { status: 'unchanged', version: request.loaded.head.id, changes: [] };
  }
  const stored = await store(trx, request, { head, after, ops, bytes });
  return { status: 'committed', ...stored };
}

/** [V5][P6] The ops as they are on a head that has changed since; decided and validated in turn. */
async function carry(
  trx: Transaction<DB>,
  request: Request,
  head: Materialized,
): Promise<AppendResult> {
  const { projectId, loaded, parent } = request;
  const place = { projectId, tagId: loaded.tag.id, versionId: parent };
  const sinceSeq = await getStoodAt(trx, place);
  const base = await materializeVersion(trx, { projectId, versionId: parent });
  const result = carryOver(base.dag, request.patch.ops, head.dag);
  if (result.status === 'conflict') {
    const { tag } = loaded;
    return {
      status: 'conflict',
      head: tag.target,
      seq: tag.seq,
      conflicts: await withAuthors(trx, result.conflicts, { projectId, loaded, sinceSeq }),
      changes: compare(base.dag, head.dag),
    };
  }
  const { dag: after, ops } = result;
  const changes = compare(base.dag, after);
  if (ops.length === 0) return { status: 'unchanged', version: loaded.head.id, changes };
  const stored = await store(trx, request, { head, after, ops });
  return { status: 'rebased', ...stored, changes };
}

async function store(
  trx: Transaction<DB>,
  request: Request,
  change: { head: Materialized; after: Dag; ops: readonly Op[]; bytes?: Uint8Array },
): Promise<StoredPatch & { undo: UndoState }> {
  const { projectId, userId, loaded, opId, hash } = request;
  const message = request.message ?? messageFromChange(change.head.dag, change.after);
  const scope = { projectId, userId, loaded, opId, requestHash: hash };
  const patch = { ...scope, ...change, kind: 'edit' as const, message };
  const stored = await storePatch(trx, patch, writePatchAndCommit);
  return { ...stored, undo: { undo: { message }, redo: null } };
}

function isUnchanged(before: Dag, after: Dag): boolean {
  return compare(before, after).length === 0;
}

function hashOf(args: AppendArgs, tagId: string, patch: Patch): Buffer {
  const { casId } = blobOf(patch.bytes, MEDIA_TYPES.patch);
  return requestHash('patch.append', [tagId, args.parent, casId, args.message ?? null]);
}

/** [V4] The answer that the first call with this op_id got, whatever has come after it. */
async function repeat(trx: Transaction<DB>, request: Request): Promise<AppendResult> {
  const { loaded, hash, projectId, parent } = request;
  const { earlier, tag } = loaded;
  if (earlier?.tagId !== tag.id || !earlier.requestHash.equals(hash)) {
    throw new OpIdReusedError(request.opId);
  }
  const to = await moveTarget(trx, { projectId, tagId: tag.id, seq: earlier.seq });
  const version = await getVersionSummary(trx, { projectId, versionId: to });
  const stored = {
    version,
    tag: { ...tag, target: to, seq: earlier.seq, movedAt: version.createdAt },
    undo: { undo: { message: version.message }, redo: null },
  };
  if (await wasCurrent(trx, request, version.parentId)) return { status: 'committed', ...stored };
  const [base, after] = await Promise.all([
    materializeVersion(trx, { projectId, versionId: parent }),
    materializeVersion(trx, { projectId, versionId: to }),
  ]);
  return { status: 'rebased', ...stored, changes: compare(base.dag, after.dag) };
}

/** Whether the branch stood at the request's parent, or at its compaction, when the edit was stored. */
async function wasCurrent(
  trx: Transaction<DB>,
  { projectId, parent }: Request,
  parentId: string | null,
): Promise<boolean> {
  if (parentId === null || parentId === parent) return true;
  const { compactedFromId } = await getVersionSummary(trx, { projectId, versionId: parentId });
  return compactedFromId === parent;
}
