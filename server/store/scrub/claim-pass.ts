import { sql, type Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import type { ScrubPhase } from '../../db/schema/scrub';

/** Hours between the end of a pass and the beginning of the next. */
const REST_HOURS = 24;

export interface Position {
  readonly phase: ScrubPhase;
  /** The last that was checked in this phase; empty before the first. */
  readonly position: string;
}

/** Where the pass under way stands, or a new one; undefined when there is nothing to do here now. */
export async function claimPass(
  trx: Transaction<DB>,
  projectId: string,
): Promise<Position | undefined> {
  if (!(await tryLockScrub(trx, projectId))) return undefined;
  const pass = await trx
    .selectFrom('scrub')
    .select(['phase', 'position', underWay.as('underWay'), isOld.as('isOld')])
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  if (pass?.underWay === true) return pass;
  if (pass?.isOld === false) return undefined;
  const start = { phase: 'blobs', position: '', checked: 0 } as const;
  await trx
    .insertInto('scrub')
    .values({ project_id: projectId, ...start })
    .onConflict((conflict) =>
      conflict.column('project_id').doUpdateSet({ ...start, started_at: sql<Date>`now()` }),
    )
    .execute();
  return start;
}

/** One process at a time, until the end of its transaction; false when another one is at it. */
async function tryLockScrub(trx: Transaction<DB>, projectId: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('scrub' || ${projectId}::text, 0)) as locked
  `.execute(trx);
  return rows[0]?.locked ?? false;
}

const isOld = sql<boolean>`(finished_at < now() - make_interval(hours => ${REST_HOURS}::int))`;
const underWay = sql<boolean>`(finished_at is null or finished_at < started_at)`;
