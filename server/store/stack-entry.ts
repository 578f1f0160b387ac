import { type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { MoveKind } from '../db/schema/tag-move';
import { editMessage } from './move-message';
import { type Person, personOf } from './people';

/** A move on somebody's undo or redo stack. */
export interface StackEntry {
  readonly seq: number;
  readonly kind: MoveKind;
  readonly fromId: string;
  readonly toId: string;
  readonly below: number | null;
  /** The move that an undo took back, and what lies under that one. */
  readonly target: {
    readonly seq: number;
    readonly kind: MoveKind;
    readonly below: number | null;
  } | null;
  /** Message of the edit that it is about. */
  readonly message: string;
  /** [T3] Whether the head is what the move led to; a compaction stands for what it equals. */
  readonly stands: boolean;
}

/** The entry at one place of a stack, seen from the branch's head now. */
export async function stackEntry(
  trx: Transaction<DB>,
  at: { projectId: string; tagId: string; seq: number; headId: string },
): Promise<StackEntry> {
  const row = await trx
    .selectFrom('tag_move as m')
    .innerJoin('artifact as to', (join) =>
      join.onRef('to.project_id', '=', 'm.project_id').onRef('to.id', '=', 'm.to_id'),
    )
    .innerJoin('artifact as head', (join) =>
      join.onRef('head.project_id', '=', 'm.project_id').on('head.id', '=', at.headId),
    )
    .leftJoin('tag_move as t', (join) =>
      join
        .onRef('t.project_id', '=', 'm.project_id')
        .onRef('t.tag_id', '=', 'm.tag_id')
        .onRef('t.seq', '=', 'm.target_seq'),
    )
    .select(['m.seq', 'm.kind', 'm.from_id', 'm.to_id', 'm.below'])
    .select(['t.seq as target_seq', 't.kind as target_kind', 't.below as target_below'])
    .select(['to.compacted_from_id as to_compacted', 'head.compacted_from_id as head_compacted'])
    .select(editMessage.as('message'))
    .where('m.project_id', '=', at.projectId)
    .where('m.tag_id', '=', at.tagId)
    .where('m.seq', '=', at.seq)
    .executeTakeFirstOrThrow();
  // Only the first move of a branch comes from nowhere, and it is on nobody's stack.
  if (row.from_id === null) throw new Error('The first move of a branch is on no stack.');
  return {
    seq: row.seq,
    kind: row.kind,
    fromId: row.from_id,
    toId: row.to_id,
    below: row.below,
    target:
      row.target_seq === null || row.target_kind === null
        ? null
        : { seq: row.target_seq, kind: row.target_kind, below: row.target_below },
    message: row.message,
    stands: (row.head_compacted ?? at.headId) === (row.to_compacted ?? row.to_id),
  };
}

/** The latest move by somebody else after one; compactions change nothing and do not count. */
export async function lastChangeByOthers(
  trx: Transaction<DB>,
  since: { projectId: string; tagId: string; sinceSeq: number; notBy: string },
): Promise<{ seq: number; message: string; actor: Person } | undefined> {
  return trx
    .selectFrom('tag_move as m')
    .select(['m.seq', editMessage.as('message')])
    .select((eb) => personOf(eb.ref('m.actor_id')).as('actor'))
    .where('m.project_id', '=', since.projectId)
    .where('m.tag_id', '=', since.tagId)
    .where('m.seq', '>', since.sinceSeq)
    .where('m.actor_id', '<>', since.notBy)
    .where('m.kind', '<>', 'compaction')
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
