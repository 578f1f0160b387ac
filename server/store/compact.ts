import type { Transaction } from 'kysely';
import { ConflictError, ForbiddenError } from '@core/errors';
import { SYSTEM_ACTOR } from '@core/system-actor';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { audited } from './audited';
import { type Compaction, getCompaction } from './get-compaction';
import { getTag } from './get-tag';
import { lockHead } from './head-lock';
import { moveTag } from './move-tag';
import { writeCompaction, type WrittenCompaction } from './write-compaction';

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
      await lockHead(trx, headId);
      const { versionId, created } = await writeCompaction(trx, args);
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

/**
 * The same as part of another transaction, which keeps the record. Whoever's edit made it necessary
 * did not ask for it: its author is Stemma.
 */
export async function compactWithin(
  trx: Transaction<DB>,
  { projectId, headId }: ProjectScope & { headId: string },
): Promise<WrittenCompaction> {
  await lockHead(trx, headId);
  return writeCompaction(trx, { projectId, userId: SYSTEM_ACTOR.id, headId });
}
