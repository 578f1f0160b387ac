import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { editMessage } from './move-message';
import type { Stack } from './undo-stack';

/** What an undo and a redo by this person would do, in words; null when there is nothing. */
export interface UndoState {
  readonly undo: { readonly message: string } | null;
  readonly redo: { readonly message: string } | null;
}

/** [T2] Reads the messages behind both tops of a person's stack. */
export async function undoState(
  trx: Transaction<DB>,
  at: { projectId: string; tagId: string } & Omit<Stack, 'below'>,
): Promise<UndoState> {
  const tops = [at.undoTop, at.redoTop].filter((seq) => seq !== null);
  if (tops.length === 0) return { undo: null, redo: null };
  const rows = await trx
    .selectFrom('tag_move as m')
    .select(['m.seq', editMessage.as('message')])
    .where('m.project_id', '=', at.projectId)
    .where('m.tag_id', '=', at.tagId)
    .where('m.seq', 'in', tops)
    .execute();
  const named = (seq: number | null) => {
    const row = rows.find((candidate) => candidate.seq === seq);
    return row === undefined ? null : { message: row.message };
  };
  return { undo: named(at.undoTop), redo: named(at.redoTop) };
}
