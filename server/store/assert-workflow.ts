import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';

/** Throws NotFoundError unless the workflow is the project's. */
export async function assertWorkflow(
  trx: Transaction<DB>,
  args: { projectId: string; workflowId: string },
): Promise<void> {
  const row = await trx
    .selectFrom('workflow')
    .select('id')
    .where('project_id', '=', args.projectId)
    .where('id', '=', args.workflowId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError('That workflow');
}
