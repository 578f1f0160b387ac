import { sql, type Transaction } from 'kysely';
import type { Json } from '@core/json/json';
import { isWithin } from '@core/patch/pointer';
import type { Conflict, ConflictKind } from '@core/version/conflict';
import type { DB } from '../db/schema/db';
import { blame } from './lineage/blame';
import { lastToTouch } from './lineage/last-to-touch';
import type { TagHead } from './load-tag-head';
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
  /** With the move of the branch that made it so; null when none of the recent ones did. */
  readonly theirs: ConflictSide & { readonly message: string; readonly seq: number | null };
  readonly path?: readonly string[];
}

interface Where {
  readonly projectId: string;
  readonly loaded: TagHead;
  /** Moves of the branch after this one are what came between. */
  readonly sinceSeq: number;
}

/**
 * Conflicts with the authors of both sides. Theirs is the newest move since that touched the unit;
 * where no move of the branch did, because it came with a merge or long ago, blame tells.
 */
export async function withAuthors(
  trx: Transaction<DB>,
  conflicts: readonly Conflict[],
  where: Where,
): Promise<EditConflict[]> {
  const { projectId, loaded } = where;
  const moves = await movesSince(trx, where);
  const moved = conflicts.map((conflict) =>
    moves.find((move) => unitsOf(conflict).some((unit) => touches(move, unit))),
  );
  const blamed = moved.includes(undefined)
    ? await blame(trx, { projectId, ref: { versionId: loaded.head.id }, pointer: '' })
    : undefined;
  return conflicts.map((conflict, index) => {
    const { kind, unit, base, head, incoming, path } = conflict;
    const { author, message, seq } = moved[index] ?? {
      ...lastToTouch(blamed?.lines ?? [], unitsOf(conflict)),
      seq: null,
    };
    return {
      kind,
      unit,
      ...(base !== undefined && { base }),
      mine: { ...(incoming !== undefined && { value: incoming }), author: loaded.caller },
      theirs: { ...(head !== undefined && { value: head }), author, message, seq },
      ...(path !== undefined && { path }),
    };
  });
}

function unitsOf({ unit, against }: Conflict): string[] {
  return [...against, unit];
}

interface Move {
  readonly seq: number;
  readonly message: string;
  readonly author: Person;
  /** Units it changed; null for a move that can have changed anything. */
  readonly units: readonly string[] | null;
}

function touches({ units }: Move, unit: string): boolean {
  return units?.some((one) => isWithin(one, unit) || isWithin(unit, one)) ?? true;
}

const MOST_MOVES = 500;

/** Newest first. An undo and a redo changed what the patch that they left or came to had changed. */
function movesSince(trx: Transaction<DB>, { projectId, loaded, sinceSeq }: Where): Promise<Move[]> {
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
      personOf(eb.ref('m.actor_id')).as('author'),
      sql<string[] | null>`case
        when m.kind = 'reset' then null
        when m.kind in ('undo', 'redo') then "to".touches || "from".touches
        else "to".touches end`.as('units'),
    ])
    .where('m.project_id', '=', projectId)
    .where('m.tag_id', '=', loaded.tag.id)
    .where('m.seq', '>', sinceSeq)
    .where('m.kind', 'not in', ['create', 'compaction'])
    .orderBy('m.seq', 'desc')
    .limit(MOST_MOVES)
    .execute();
}
