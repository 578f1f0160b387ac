import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';

/** Locks branches until the end of the transaction, always in the same order: no two can wait for each other. */
export async function lockTags(
  trx: Transaction<DB>,
  args: { projectId: string; tagIds: readonly string[] },
): Promise<void> {
  await trx
    .selectFrom('tag')
    .select('id')
    .where('project_id', '=', args.projectId)
    .where('id', 'in', args.tagIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
