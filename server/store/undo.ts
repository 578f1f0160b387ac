import type { Transaction } from 'kysely';
import { DomainError, OpIdReusedError, UndoRefusedError } from '@core/errors';
import { type CarriedOver, carryOverTo } from '@core/version/carry-over';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { branchAfter } from './branch-after';
import { type EditConflict, withAuthors } from './edit-conflict';
import type { BranchView } from './get-version';
import { loadTagHead, type TagHead } from './load-tag-head';
import { materializeVersion } from './materialize-version';
import { moveTag } from './move-tag';
import { RacedError } from './raced-error';
import { requestHash } from './request-hash';
import { skippedBy } from './skipped-entries';
import { lastChangeByOthers, type StackEntry, stackEntry } from './stack-entry';
import { assertMovable, headDocument, storePatch } from './store-patch';
import type { TagRef } from './tag-ref';
import type { Stack } from './undo-stack';

export interface UndoArgs extends ProjectScope {
  readonly ref: TagRef;
  readonly opId: string;
}

export interface UndoResult extends BranchView {
  /** What was taken back or done again, in words. */
  readonly message: string;
  /** Entries of which nothing was left, passed over on the way. */
  readonly skipped: readonly string[];
}

/**
 * [T2][T3] Takes back the caller's latest edit on the branch. When nothing came after, the branch
 * moves back to where it was; otherwise the inverse is carried over to the head as a patch, so that
 * nobody else's work goes with it. Throws UndoRefusedError, with what stands in the way.
 */
export function undo(trx: Transaction<DB>, args: UndoArgs): Promise<UndoResult> {
  return step(trx, args, UNDO);
}

/**
 * [T2] Does again what the caller's latest undo took back: the branch returns to the same version
 * when nothing came after, otherwise the edit is carried over to the head.
 */
export function redo(trx: Transaction<DB>, args: UndoArgs): Promise<UndoResult> {
  return step(trx, args, REDO);
}

interface Way {
  readonly kind: 'undo' | 'redo';
  readonly verb: string;
  readonly top: (stack: Pick<Stack, 'undoTop' | 'redoTop'>) => number | null;
  /** Message of the patch, when it takes one. */
  readonly patchMessage: (entry: StackEntry) => string;
  /** The stack after the branch moved back to where the entry began, and after a patch. */
  readonly moved: (entry: StackEntry, loaded: TagHead) => Stack;
  readonly patched: (entry: StackEntry, loaded: TagHead) => Stack;
}

const undone = (entry: StackEntry, loaded: TagHead): Stack => ({
  undoTop: entry.below,
  redoTop: loaded.tag.seq + 1,
  below: loaded.redoTop,
});

const UNDO: Way = {
  kind: 'undo',
  verb: 'undone',
  top: ({ undoTop }) => undoTop,
  patchMessage: (entry) => `Undo “${entry.message}”`,
  moved: undone,
  patched: undone,
};

const REDO: Way = {
  kind: 'redo',
  verb: 'redone',
  top: ({ redoTop }) => redoTop,
  patchMessage: (entry) => entry.message,
  moved: ({ target, below }) => ({ undoTop: target?.seq ?? null, redoTop: below, below: null }),
  // The edit has another result now: this move stands for it, on top of what is there to undo.
  patched: ({ below }, { tag, undoTop }) => ({
    undoTop: tag.seq + 1,
    redoTop: below,
    below: undoTop,
  }),
};

async function step(trx: Transaction<DB>, args: UndoArgs, way: Way): Promise<UndoResult> {
  const { projectId, opId } = args;
  const loaded = await loadTagHead(trx, { ...args, lock: true });
  const { tag, head } = loaded;
  const hash = requestHash(`tag.${way.kind}`, [tag.id]);
  const at = { projectId, tagId: tag.id };
  if (loaded.earlier !== null) {
    const { tagId, seq, requestHash: asked } = loaded.earlier;
    if (tagId !== tag.id || !asked.equals(hash)) throw new OpIdReusedError(opId);
    const skipped = await skippedBy(trx, { ...at, seq, top: way.top });
    return { ...(await branchAfter(trx, { projectId, tag, seq })), skipped };
  }
  assertMovable(loaded);
  const walk: Walk = { ...args, ...at, loaded, hash, way };
  const skipped: string[] = [];
  for (let top = way.top(loaded); top !== null;) {
    const entry = await stackEntry(trx, { ...at, seq: top, headId: head.id });
    if (await take(trx, walk, entry)) {
      return { ...(await branchAfter(trx, { projectId, tag, seq: tag.seq + 1 })), skipped };
    }
    skipped.push(entry.message);
    top = entry.below;
  }
  throw nothingLeft(way, skipped);
}

interface Walk extends UndoArgs {
  readonly tagId: string;
  readonly loaded: TagHead;
  readonly hash: Buffer;
  readonly way: Way;
}

/** Whether the entry was taken back; false when nothing of it is left. */
async function take(trx: Transaction<DB>, walk: Walk, entry: StackEntry): Promise<boolean> {
  if (isReset(entry)) await assertNewest(trx, walk, entry);
  if (entry.stands) {
    await moveBack(trx, walk, entry);
    return true;
  }
  return patchBack(trx, walk, entry);
}

async function moveBack(trx: Transaction<DB>, walk: Walk, entry: StackEntry): Promise<void> {
  const { projectId, userId, tagId, loaded, way, opId, hash } = walk;
  const moved = await moveTag(trx, {
    projectId,
    userId,
    tagId,
    kind: way.kind,
    from: loaded.head.id,
    to: entry.fromId,
    opId,
    requestHash: hash,
    targetSeq: entry.seq,
    stack: () => way.moved(entry, loaded),
  });
  if (!moved) throw new RacedError('The branch');
}

/** [T3] What the move did, inverted and carried over to a head on which others went on. */
async function patchBack(trx: Transaction<DB>, walk: Walk, entry: StackEntry): Promise<boolean> {
  const { projectId, userId, loaded, way, opId, hash } = walk;
  const head = await headDocument(trx, walk);
  const [base, incoming] = await Promise.all([
    materializeVersion(trx, { projectId, versionId: entry.toId }),
    materializeVersion(trx, { projectId, versionId: entry.fromId }),
  ]);
  const result = attempt(walk, entry, { base: base.dag, incoming: incoming.dag, head: head.dag });
  if (result.status === 'conflict') {
    const where = { ...walk, sinceSeq: entry.seq };
    throw standsInTheWay(walk, entry, await withAuthors(trx, result.conflicts, where));
  }
  if (result.ops.length === 0) return false;
  await storePatch(trx, {
    projectId,
    userId,
    loaded,
    head,
    after: result.dag,
    ops: result.ops,
    kind: way.kind,
    message: way.patchMessage(entry),
    opId,
    requestHash: hash,
    targetSeq: entry.seq,
    stack: way.patched(entry, loaded),
  });
  return true;
}

function attempt(
  { way }: Walk,
  entry: StackEntry,
  sides: Parameters<typeof carryOverTo>[0],
): CarriedOver {
  try {
    return carryOverTo(sides);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new UndoRefusedError(`“${entry.message}” cannot be ${way.verb}: ${error.message}`, {
      ...error.data,
    });
  }
}

function standsInTheWay(
  { way }: Walk,
  entry: StackEntry,
  conflicts: readonly EditConflict[],
): UndoRefusedError {
  const theirs = conflicts.map((conflict) => conflict.theirs);
  const names = [...new Set(theirs.map(({ message, author }) => `“${message}” by ${author.name}`))];
  return new UndoRefusedError(
    `${names.join(' and ')} came after “${entry.message}” and changed the same, so it cannot be ${way.verb} any more.`,
    {
      blocked_by: theirs.map(({ seq }) => seq).filter((seq) => seq !== null),
      actors: [...new Set(theirs.map(({ author }) => author.name))],
      units: conflicts.map(({ unit }) => unit),
    },
  );
}

function isReset({ kind, target }: StackEntry): boolean {
  return kind === 'reset' || target?.kind === 'reset';
}

/** [T2] A reset is taken back only while nobody else has gone on from it. */
async function assertNewest(
  trx: Transaction<DB>,
  { projectId, tagId, userId, way }: Walk,
  entry: StackEntry,
): Promise<void> {
  const since = { projectId, tagId, sinceSeq: entry.seq, notBy: userId };
  const last = await lastChangeByOthers(trx, since);
  if (last === undefined) return;
  throw new UndoRefusedError(
    `“${last.message}” by ${last.actor.name} came after “${entry.message}”, so it cannot be ${way.verb} any more.`,
    { blocked_by: [last.seq], actors: [last.actor.name] },
  );
}

function nothingLeft({ kind }: Way, skipped: readonly string[]): UndoRefusedError {
  const [first] = skipped;
  if (first === undefined) {
    return new UndoRefusedError(`There is nothing of yours to ${kind} on this branch.`);
  }
  return new UndoRefusedError(
    `Nothing is left of “${first}”, so there is nothing of yours to ${kind} on this branch.`,
    { skipped: [...skipped] },
  );
}
