import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { MoveKind } from '../db/schema/tag-move';
import { getTag } from './get-tag';
import { moveMessage } from './move-message';
import { numericCursor, type Page, pageOf } from './page';
import { type Person, personOf } from './people';
import type { TagRef } from './tag-ref';
import { instantOf } from './version-summary';

export interface TagMove {
  readonly seq: number;
  readonly kind: MoveKind;
  readonly from: string | null;
  readonly to: string;
  readonly actor: Person;
  readonly at: string;
  /** What the move did, in words. */
  readonly message: string;
  readonly versionHash: string;
  readonly logicHash: string;
  readonly opCount: number;
}

/** [T1] A branch's moves, newest first; the cursor is the seq of the last one seen. */
export async function listMoves(
  trx: Transaction<DB>,
  args: { projectId: string; ref: TagRef; cursor?: string | undefined; limit: number },
): Promise<Page<TagMove>> {
  const tag = await getTag(trx, args);
  const rows = await trx
    .selectFrom('tag_move as m')
    .innerJoin('artifact as a', (join) =>
      join.onRef('a.project_id', '=', 'm.project_id').onRef('a.id', '=', 'm.to_id'),
    )
    .select(['m.seq', 'm.kind', 'm.from_id as from', 'm.to_id as to', 'a.op_count as opCount'])
    .select((eb) => [
      personOf(eb.ref('m.actor_id')).as('actor'),
      instantOf(eb.ref('m.created_at')).as('at'),
      moveMessage.as('message'),
      sql<string>`a.version_hash`.as('versionHash'),
      sql<string>`a.logic_hash`.as('logicHash'),
    ])
    .where('m.project_id', '=', args.projectId)
    .where('m.tag_id', '=', tag.id)
    .$if(args.cursor !== undefined, (query) =>
      query.where('m.seq', '<', numericCursor(args.cursor ?? '')),
    )
    .orderBy('m.seq', 'desc')
    .limit(args.limit + 1)
    .execute();
  return pageOf(rows, args.limit, (row) => row.seq);
}
