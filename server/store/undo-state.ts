import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { firstOf } from './first-of';

/** What an undo and a redo by this person would do, in words; null when there is nothing. */
export interface UndoState {
  readonly undo: { readonly message: string } | null;
  readonly redo: { readonly message: string } | null;
}

interface Stack {
  readonly projectId: string;
  readonly tagId: string;
  readonly undoTop: number | null;
  readonly redoTop: number | null;
}

/** [T2] Reads the messages behind both tops of a person's stack. */
export async function undoState(trx: Transaction<DB>, stack: Stack): Promise<UndoState> {
  const { projectId, tagId, undoTop, redoTop } = stack;
  const tops = [undoTop, redoTop].filter((seq) => seq !== null);
  if (tops.length === 0) return { undo: null, redo: null };
  const rows = await trx
    .selectFrom('tag_move as m')
    // An undo on top of the redo stack is named after the move that it took back.
    .leftJoin('tag_move as t', (join) =>
      join
        .onRef('t.project_id', '=', 'm.project_id')
        .onRef('t.tag_id', '=', 'm.tag_id')
        .onRef('t.seq', '=', 'm.target_seq'),
    )
    .innerJoin('artifact as a', (join) =>
      join
        .onRef('a.project_id', '=', 'm.project_id')
        .on((eb) => eb('a.id', '=', firstOf(eb.ref('t.to_id'), eb.ref('m.to_id')))),
    )
    .select(['m.seq', 'a.message'])
    .where('m.project_id', '=', projectId)
    .where('m.tag_id', '=', tagId)
    .where('m.seq', 'in', tops)
    .execute();
  const named = (seq: number | null) => {
    const row = rows.find((candidate) => candidate.seq === seq);
    return row === undefined ? null : { message: row.message };
  };
  return { undo: named(undoTop), redo: named(redoTop) };
}
