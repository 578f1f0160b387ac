import type { Transaction } from 'kysely';
import { ConflictError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { moveTag } from './move-tag';
import { assertSeen, branchNow, type MovedBranch, openBranch } from './open-branch';
import { RacedError } from './raced-error';
import type { RestoreArgs } from './restore';
import { getStoodAt } from './stood-at';

/**
 * [T5] Moves the branch back to a version it once stood at; what came after leaves its lineage. Ends
 * every person's undo stack on it, and is undone by its author while it is the newest move. Throws
 * ConflictError when the branch has moved on or stands there, ParentNotOnTagError, ForbiddenError,
 * NotFoundError, OpIdReusedError.
 */
export async function reset(trx: Transaction<DB>, args: RestoreArgs): Promise<MovedBranch> {
  const { projectId, userId, versionId, opId } = args;
  const request = [versionId, args.head];
  const turn = await openBranch(trx, { ...args, action: 'tag.reset', request });
  if ('answer' in turn) return turn.answer;
  const { open } = turn;
  assertSeen(open, args.head);
  const { tag, head } = open.loaded;
  if (versionId === head.id) throw new ConflictError('The branch is there already.');
  await getStoodAt(trx, { projectId, tagId: tag.id, versionId });
  const moved = await moveTag(trx, {
    projectId,
    userId,
    tagId: tag.id,
    kind: 'reset',
    from: head.id,
    to: versionId,
    opId,
    requestHash: open.requestHash,
    stack: (seq) => ({ undoTop: seq, redoTop: null, below: null }),
  });
  if (!moved) throw new RacedError('The branch');
  return branchNow(trx, open);
}
