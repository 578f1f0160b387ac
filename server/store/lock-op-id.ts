import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';

/**
 * [V4] Queues requests of one op_id behind each other until the end of the transaction, so that the
 * second one finds the record of the first instead of running into its effects.
 */
export async function lockOpId(
  trx: Transaction<DB>,
  { projectId, userId, opId }: ProjectScope & { opId: string },
): Promise<void> {
  await sql`select lock_op_id(${projectId}::uuid, ${userId}::uuid, ${opId})`.execute(trx);
}
