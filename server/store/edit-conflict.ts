import { sql, type Transaction } from 'kysely';
import type { Json } from '@core/json/json';
import { isWithin } from '@core/patch/pointer';
import type { Conflict, ConflictKind } from '@core/version/conflict';
import type { DB } from '../db/schema/db';
import { editMessage } from './move-message';
import { type Person, personOf } from './people';

/** What one side of a conflict has at the unit, left out when nothing is there, and whose it is. */
export interface ConflictSide {
  readonly value?: Json;
  readonly author: Person;
}

/** [V5] One unit on which an edit and what came before it cannot both stand. */
export interface EditConflict {
  readonly kind: ConflictKind;
  readonly unit: string;
  readonly base?: Json;
  readonly mine: ConflictSide;
  /** With the move of the branch that made it so. */
  readonly theirs: ConflictSide & { readonly message: string; readonly seq: number };
  readonly path?: readonly string[];
}

interface Where {
  readonly projectId: string;
  readonly tagId: string;
  /** Moves after this one are what came between. */
  readonly sinceSeq: number;
  readonly caller: Person;
}

/** Conflicts with the authors of both sides: theirs is the newest move that touched the unit. */
export async function withAuthors(
  trx: Transaction<DB>,
  conflicts: readonly Conflict[],
  where: Where,
): Promise<EditConflict[]> {
  const moves = await movesSince(trx, where);
  return conflicts.map(({ kind, unit, base, head, incoming, against, path }) => {
    const touched = (move: Move) => [unit, ...against].some((one) => touches(move, one));
    const move = moves.find(touched) ?? moves[0];
    if (move === undefined) throw new Error('A conflict needs a move that it is with.');
    const { actor: author, message, seq } = move;
    return {
      kind,
      unit,
      ...(base !== undefined && { base }),
      mine: { ...(incoming !== undefined && { value: incoming }), author: where.caller },
      theirs: { ...(head !== undefined && { value: head }), author, message, seq },
      ...(path !== undefined && { path }),
    };
  });
}

interface Move {
  readonly seq: number;
  readonly message: string;
  readonly actor: Person;
  /** Units it changed; null for a move that can have changed anything. */
  readonly units: readonly string[] | null;
}

function touches({ units }: Move, unit: string): boolean {
  return units?.some((one) => isWithin(one, unit) || isWithin(unit, one)) ?? true;
}

const MOST_MOVES = 500;

/** Newest first. An undo and a redo changed what the patch that they left or came to had changed. */
function movesSince(trx: Transaction<DB>, where: Where): Promise<Move[]> {
  return trx
    .selectFrom('tag_move as m')
    .innerJoin('artifact as to', (join) =>
      join.onRef('to.project_id', '=', 'm.project_id').onRef('to.id', '=', 'm.to_id'),
    )
    .leftJoin('artifact as from', (join) =>
      join.onRef('from.project_id', '=', 'm.project_id').onRef('from.id', '=', 'm.from_id'),
    )
    .select(['m.seq', editMessage.as('message')])
    .select((eb) => [
      personOf(eb.ref('m.actor_id')).as('actor'),
      sql<string[] | null>`case
        when m.kind = 'reset' then null
        when m.kind in ('undo', 'redo') then "to".touches || "from".touches
        else "to".touches end`.as('units'),
    ])
    .where('m.project_id', '=', where.projectId)
    .where('m.tag_id', '=', where.tagId)
    .where('m.seq', '>', where.sinceSeq)
    .where('m.kind', '<>', 'compaction')
    .orderBy('m.seq', 'desc')
    .limit(MOST_MOVES)
    .execute();
}
