import type { Transaction } from 'kysely';
import { ForbiddenError, OpIdReusedError, UndoRefusedError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { branchAfter } from './branch-after';
import type { BranchView } from './get-version';
import { loadTagHead, type TagHead } from './load-tag-head';
import { moveTag } from './move-tag';
import { RacedError } from './raced-error';
import { requestHash } from './request-hash';
import type { TagRef } from './tag-ref';
import { type StackEntry, stackEntry } from './undo-stack';

export interface UndoArgs extends ProjectScope {
  readonly ref: TagRef;
  readonly opId: string;
}

export interface UndoResult extends BranchView {
  /** What was taken back or done again, in words. */
  readonly message: string;
}

/**
 * [T2][T3] Takes back the caller's latest edit on the branch by moving it to where it was before;
 * nothing is rewritten. Throws UndoRefusedError when there is nothing to undo, or when somebody
 * else's work came after.
 */
export function undo(trx: Transaction<DB>, args: UndoArgs): Promise<UndoResult> {
  return step(trx, args, {
    kind: 'undo',
    nothing: 'There is nothing of yours to undo on this branch.',
    top: (loaded) => loaded.undoTop,
    stack: (edit, loaded) => (seq) => ({
      undoTop: edit.below,
      redoTop: seq,
      below: loaded.redoTop,
    }),
  });
}

/** [T2] Does again what the caller's latest undo took back: the branch returns to the same version. */
export function redo(trx: Transaction<DB>, args: UndoArgs): Promise<UndoResult> {
  return step(trx, args, {
    kind: 'redo',
    nothing: 'There is nothing of yours to redo on this branch.',
    top: (loaded) => loaded.redoTop,
    stack: (undone) => () => ({ undoTop: undone.targetSeq, redoTop: undone.below, below: null }),
  });
}

interface Step {
  readonly kind: 'undo' | 'redo';
  readonly nothing: string;
  readonly top: (loaded: TagHead) => number | null;
  readonly stack: (
    entry: StackEntry,
    loaded: TagHead,
  ) => (seq: number) => { undoTop: number | null; redoTop: number | null; below: number | null };
}

async function step(trx: Transaction<DB>, args: UndoArgs, way: Step): Promise<UndoResult> {
  const { projectId, userId, opId } = args;
  const loaded = await loadTagHead(trx, { ...args, lock: true });
  const { tag, head } = loaded;
  const hash = requestHash(`tag.${way.kind}`, [tag.id]);
  if (loaded.earlier !== null) {
    const { tagId, seq, requestHash: asked } = loaded.earlier;
    if (tagId !== tag.id || !asked.equals(hash)) throw new OpIdReusedError(opId);
    return branchAfter(trx, { projectId, tag, seq });
  }
  if (tag.protected) throw new ForbiddenError('On a protected branch nothing is undone or redone.');
  const top = way.top(loaded);
  if (top === null) throw new UndoRefusedError(way.nothing);
  const entry = await stackEntry(trx, { projectId, tagId: tag.id, seq: top, headId: head.id });

  // The branch must stand where that move left it; then it goes back to where the move began.
  const to = entry.fromId;
  if (!entry.stands || to === null) throw overtaken(way.kind, entry);

  const moved = await moveTag(trx, {
    projectId,
    userId,
    tagId: tag.id,
    kind: way.kind,
    from: head.id,
    to,
    opId,
    requestHash: hash,
    targetSeq: top,
    stack: way.stack(entry, loaded),
  });
  if (!moved) throw new RacedError('The branch');
  return branchAfter(trx, { projectId, tag, seq: tag.seq + 1 });
}

function overtaken(kind: 'undo' | 'redo', entry: StackEntry): UndoRefusedError {
  const what = entry.lastMove;
  return new UndoRefusedError(
    `“${what.message}” by ${what.actor.name} came after “${entry.message}”, so it cannot be ${kind === 'undo' ? 'undone' : 'redone'} any more.`,
    { blocked_by: what.seq, actor: what.actor.name },
  );
}
