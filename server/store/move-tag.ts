import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { MoveKind } from '../db/schema/tag-move';
import type { ProjectScope } from '../db/transaction';
import { opIdError } from './raced-error';
import { currentStack, type Stack } from './undo-stack';

export interface TagMoveArgs extends ProjectScope {
  readonly tagId: string;
  readonly kind: MoveKind;
  readonly from: string;
  readonly to: string;
  readonly opId?: string;
  readonly requestHash?: Buffer;
  readonly targetSeq?: number;
  /** The person's stack after the move, given its seq; as it was when left out. */
  readonly stack?: (seq: number) => Stack;
}

/**
 * [T1] Compare-and-swap of a branch from one version to another, with its move row. False, and
 * nothing stored, when the branch does not point at `from` (any more).
 */
export async function moveTag(trx: Transaction<DB>, args: TagMoveArgs): Promise<boolean> {
  const { projectId, userId, tagId } = args;
  const moved = await trx
    .updateTable('tag')
    .set({ target_id: args.to, seq: sql`seq + 1`, moved_by: userId, moved_at: sql<Date>`now()` })
    .where('project_id', '=', projectId)
    .where('id', '=', tagId)
    .where('target_id', '=', args.from)
    .returning('seq')
    .executeTakeFirst();
  if (moved === undefined) return false;
  const stack = args.stack?.(moved.seq) ?? { ...(await currentStack(trx, args)), below: null };
  await trx
    .insertInto('tag_move')
    .values({
      project_id: projectId,
      tag_id: tagId,
      seq: moved.seq,
      kind: args.kind,
      from_id: args.from,
      to_id: args.to,
      actor_id: userId,
      op_id: args.opId ?? null,
      request_hash: args.requestHash ?? null,
      target_seq: args.targetSeq ?? null,
      undo_top: stack.undoTop,
      redo_top: stack.redoTop,
      below: stack.below,
    })
    .execute()
    .catch((error: unknown) => {
      throw opIdError(error, args.opId);
    });
  return true;
}
