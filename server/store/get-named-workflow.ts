import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';

export interface NamedWorkflow {
  readonly id: string;
  readonly name: string;
}

/** What a workflow is called; throws NotFoundError. */
export async function getNamedWorkflow(
  trx: Transaction<DB>,
  args: { projectId: string; workflowId: string },
): Promise<NamedWorkflow> {
  const workflow = await trx
    .selectFrom('workflow')
    .select(['id', 'name'])
    .where('project_id', '=', args.projectId)
    .where('id', '=', args.workflowId)
    .executeTakeFirst();
  if (workflow === undefined) throw new NotFoundError('That workflow');
  return workflow;
}
