import type { Transaction } from 'kysely';
import { ConflictError, OpIdReusedError } from '@core/errors';
import type { Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { branchAfter } from './branch-after';
import type { BranchView } from './get-version';
import { loadTagHead, type TagHead } from './load-tag-head';
import { requestHash } from './request-hash';
import { assertMovable } from './store-patch';
import type { TagRef } from './tag-ref';

/** A verb that moves an existing branch, as it was asked for. */
export interface BranchRequest extends ProjectScope {
  readonly ref: TagRef;
  readonly opId: string;
  readonly action: string;
  /** Everything that makes this request the one it is, but branch and op_id. */
  readonly request: readonly Json[];
}

/** A branch as one of its moves left it, with what the move did in words. */
export type MovedBranch = BranchView & { readonly message: string };

export interface OpenBranch extends ProjectScope {
  readonly opId: string;
  readonly loaded: TagHead;
  readonly requestHash: Buffer;
}

/**
 * [V3][V4] Locks the branch for a verb that moves it: its turn, and everything it decides on. A retry
 * gets the first answer instead. Throws NotFoundError, OpIdReusedError, ForbiddenError.
 */
export async function openBranch(
  trx: Transaction<DB>,
  args: BranchRequest,
): Promise<{ open: OpenBranch } | { answer: MovedBranch }> {
  const { projectId, userId, ref, opId } = args;
  const loaded = await loadTagHead(trx, { projectId, userId, ref, opId, lock: true });
  const { tag, earlier } = loaded;
  const hash = requestHash(args.action, [tag.id, ...args.request]);
  if (earlier !== null) {
    if (earlier.tagId !== tag.id || !earlier.requestHash.equals(hash)) {
      throw new OpIdReusedError(opId);
    }
    return { answer: await branchAfter(trx, { projectId, tag, seq: earlier.seq }) };
  }
  assertMovable(loaded);
  return { open: { projectId, userId, opId, loaded, requestHash: hash } };
}

/** The branch after the one move that was just added to it. */
export function branchNow(
  trx: Transaction<DB>,
  { projectId, loaded }: OpenBranch,
): Promise<MovedBranch> {
  return branchAfter(trx, { projectId, tag: loaded.tag, seq: loaded.tag.seq + 1 });
}

/** Throws ConflictError unless the branch still stands where the person asking saw it. */
export function assertSeen({ loaded: { tag, head } }: OpenBranch, seen: string): void {
  if (seen === head.id || seen === head.compactedFromId) return;
  throw new ConflictError(`“${tag.name}” has moved on since you looked at it. Look again first.`, {
    head: tag.target,
    seq: tag.seq,
  });
}
