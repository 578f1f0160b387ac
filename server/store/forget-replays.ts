import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';

/** Days for which it is known what a reading cost. */
const KEPT_DAYS = 7;

/** [C2] Keeps the figures of readings bounded. */
export async function forgetReplays(
  trx: Transaction<DB>,
  { projectId }: { projectId: string },
): Promise<void> {
  await trx
    .deleteFrom('replay_stat')
    .where('project_id', '=', projectId)
    .where('hour', '<', sql<Date>`now() - make_interval(days => ${KEPT_DAYS}::int)`)
    .execute();
}
