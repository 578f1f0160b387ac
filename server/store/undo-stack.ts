import { type Expression, type ExpressionBuilder, sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';

/**
 * [T2] A person's stack on a branch after one of their moves: seq of the move that undo would take
 * back, of the undo that redo would take back, and of the entry that lies under this move.
 */
export interface Stack {
  readonly undoTop: number | null;
  readonly redoTop: number | null;
  readonly below: number | null;
}

/** The stack with the next move of the branch on top of it; nothing is left to redo. */
export function pushed({ tag, undoTop }: { tag: { seq: number }; undoTop: number | null }): Stack {
  return { undoTop: tag.seq + 1, redoTop: null, below: undoTop };
}

/**
 * [T2] Both tops of a person's stack on a branch, as a lateral subquery without a row for who has
 * none. A reset ends every stack but what its author goes on with.
 */
export function stackTops(
  eb: ExpressionBuilder<DB, never>,
  at: { projectId: Expression<string>; tagId: Expression<string>; userId: Expression<string> },
) {
  return eb
    .selectFrom('tag_move as m')
    .select(['m.undo_top', 'm.redo_top'])
    .where('m.project_id', '=', at.projectId)
    .where('m.tag_id', '=', at.tagId)
    .where('m.actor_id', '=', at.userId)
    .where(
      'm.seq',
      '>=',
      sql<number>`coalesce((
        select r.seq from tag_move r
        where r.project_id = ${at.projectId} and r.tag_id = ${at.tagId} and r.kind = 'reset'
        order by r.seq desc limit 1), 0)`,
    )
    .orderBy('m.seq', 'desc')
    .limit(1);
}

/** The same on its own, for who has no other question to ask along with it. */
export async function currentStack(
  trx: Transaction<DB>,
  at: { projectId: string; tagId: string; userId: string },
): Promise<Pick<Stack, 'undoTop' | 'redoTop'>> {
  const id = (value: string) => sql<string>`${value}::uuid`;
  const tops = await trx
    .selectFrom((eb) =>
      stackTops(eb as never, {
        projectId: id(at.projectId),
        tagId: id(at.tagId),
        userId: id(at.userId),
      }).as('tops'),
    )
    .selectAll()
    .executeTakeFirst();
  return { undoTop: tops?.undo_top ?? null, redoTop: tops?.redo_top ?? null };
}
