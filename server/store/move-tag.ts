import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { MoveKind } from '../db/schema/tag-move';
import type { ProjectScope } from '../db/transaction';
import { opIdError } from './raced-error';

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

interface Stack {
  readonly undoTop: number | null;
  readonly redoTop: number | null;
  readonly below: number | null;
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
  const stack = args.stack?.(moved.seq) ?? (await currentStack(trx, args));
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

/** [T2] A move that is no edit of the person leaves their stack as it was. */
async function currentStack(trx: Transaction<DB>, args: TagMoveArgs): Promise<Stack> {
  const last = await trx
    .selectFrom('tag_move')
    .select(['undo_top', 'redo_top'])
    .where('project_id', '=', args.projectId)
    .where('tag_id', '=', args.tagId)
    .where('actor_id', '=', args.userId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { undoTop: last?.undo_top ?? null, redoTop: last?.redo_top ?? null, below: null };
}
