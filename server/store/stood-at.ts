import type { Transaction } from 'kysely';
import { ParentNotOnTagError } from '@core/errors';
import type { DB } from '../db/schema/db';

interface Place {
  readonly projectId: string;
  readonly tagId: string;
  readonly versionId: string;
}

/** The move that brought the branch to the version last; undefined when none ever did. */
export async function findStoodAt(trx: Transaction<DB>, place: Place): Promise<number | undefined> {
  const move = await trx
    .selectFrom('tag_move')
    .select('seq')
    .where('project_id', '=', place.projectId)
    .where('tag_id', '=', place.tagId)
    .where('to_id', '=', place.versionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return move?.seq;
}

/** The same, for a version that must have been on the branch; throws ParentNotOnTagError. */
export async function getStoodAt(trx: Transaction<DB>, place: Place): Promise<number> {
  const seq = await findStoodAt(trx, place);
  if (seq === undefined) throw new ParentNotOnTagError(place.versionId);
  return seq;
}
