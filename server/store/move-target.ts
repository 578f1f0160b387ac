import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';

/** The version that a move of a branch led to. */
export async function moveTarget(
  trx: Transaction<DB>,
  move: { projectId: string; tagId: string; seq: number },
): Promise<string> {
  const row = await trx
    .selectFrom('tag_move')
    .select('to_id')
    .where('project_id', '=', move.projectId)
    .where('tag_id', '=', move.tagId)
    .where('seq', '=', move.seq)
    .executeTakeFirstOrThrow();
  return row.to_id;
}
