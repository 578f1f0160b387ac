import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { editMessage } from './move-message';
import type { Stack } from './undo-stack';

/**
 * [V4] Messages of the entries that an undo or a redo passed over: those between the top of its
 * author's stack before and the one that it was about.
 */
export async function skippedBy(
  trx: Transaction<DB>,
  at: {
    projectId: string;
    tagId: string;
    seq: number;
    top: (stack: Pick<Stack, 'undoTop' | 'redoTop'>) => number | null;
  },
): Promise<string[]> {
  const moves = trx
    .selectFrom('tag_move as m')
    .where('m.project_id', '=', at.projectId)
    .where('m.tag_id', '=', at.tagId);
  const move = await moves
    .select(['m.actor_id', 'm.target_seq'])
    .where('m.seq', '=', at.seq)
    .executeTakeFirstOrThrow();
  const before = await moves
    .select(['m.undo_top', 'm.redo_top'])
    .where('m.actor_id', '=', move.actor_id)
    .where('m.seq', '<', at.seq)
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const skipped: string[] = [];
  const first = at.top({ undoTop: before?.undo_top ?? null, redoTop: before?.redo_top ?? null });
  for (let seq = first; seq !== null && seq !== move.target_seq;) {
    const entry = await moves
      .select(['m.below', editMessage.as('message')])
      .where('m.seq', '=', seq)
      .executeTakeFirstOrThrow();
    skipped.push(entry.message);
    seq = entry.below;
  }
  return skipped;
}
