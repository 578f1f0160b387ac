import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';

/**
 * [C3] Lets one compactor of a head in at a time, until the end of its transaction. For efficiency,
 * not safety: the unique index on `compacted_from_id` already lets only one of two through.
 */
export async function lockHead(trx: Transaction<DB>, headId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${headId}, 0))`.execute(trx);
}

/** The same without waiting; false when somebody else is at it. */
export async function tryLockHead(trx: Transaction<DB>, headId: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${headId}, 0)) as locked`.execute(trx);
  return rows[0]?.locked ?? false;
}
