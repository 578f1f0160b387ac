import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { editMessage } from './move-message';
import { type Person, personOf } from './people';

/** A move on somebody's undo or redo stack, and what stands at the branch's end now. */
export interface StackEntry {
  readonly fromId: string | null;
  readonly toId: string;
  readonly below: number | null;
  readonly targetSeq: number | null;
  /** Message of the edit that it is about. */
  readonly message: string;
  /** [T3] Whether the head is what the move led to; a compaction stands for what it equals. */
  readonly stands: boolean;
  readonly lastMove: { readonly seq: number; readonly message: string; readonly actor: Person };
}

export async function stackEntry(
  trx: Transaction<DB>,
  at: { projectId: string; tagId: string; seq: number; headId: string },
): Promise<StackEntry> {
  const { projectId, tagId } = at;
  const [entry, last, head] = await Promise.all([
    move(trx, projectId, tagId).where('m.seq', '=', at.seq).executeTakeFirstOrThrow(),
    move(trx, projectId, tagId).orderBy('m.seq', 'desc').limit(1).executeTakeFirstOrThrow(),
    trx
      .selectFrom('artifact')
      .select('compacted_from_id')
      .where('project_id', '=', projectId)
      .where('id', '=', at.headId)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    fromId: entry.from_id,
    toId: entry.to_id,
    below: entry.below,
    targetSeq: entry.target_seq,
    message: entry.message,
    stands: (head.compacted_from_id ?? at.headId) === (entry.to_compacted_from ?? entry.to_id),
    lastMove: { seq: last.seq, message: last.message, actor: last.actor },
  };
}

function move(trx: Transaction<DB>, projectId: string, tagId: string) {
  return trx
    .selectFrom('tag_move as m')
    .innerJoin('artifact as to', (join) =>
      join.onRef('to.project_id', '=', 'm.project_id').onRef('to.id', '=', 'm.to_id'),
    )
    .select(['m.seq', 'm.from_id', 'm.to_id', 'm.below', 'm.target_seq'])
    .select('to.compacted_from_id as to_compacted_from')
    .select(editMessage.as('message'))
    .select((eb) => personOf(eb.ref('m.actor_id')).as('actor'))
    .where('m.project_id', '=', projectId)
    .where('m.tag_id', '=', tagId);
}
