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
  /** What the head is a compaction of: [T3] a compaction is invisible to undo. */
  readonly headCompactedFrom: string | null;
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
    headCompactedFrom: head.compacted_from_id,
    lastMove: { seq: last.seq, message: last.message, actor: last.actor },
  };
}

function move(trx: Transaction<DB>, projectId: string, tagId: string) {
  return trx
    .selectFrom('tag_move as m')
    .select(['m.seq', 'm.from_id', 'm.to_id', 'm.below', 'm.target_seq'])
    .select(editMessage.as('message'))
    .select((eb) => personOf(eb.ref('m.actor_id')).as('actor'))
    .where('m.project_id', '=', projectId)
    .where('m.tag_id', '=', tagId);
}
