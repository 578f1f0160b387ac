import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { listTags } from './list-tags';
import { type WorkflowSummary, workflowRows } from './list-workflows';
import type { TagSummary } from './tag-summary';

export interface WorkflowDetail extends WorkflowSummary {
  readonly tags: TagSummary[];
}

/** A workflow with its branches; throws NotFoundError. */
export async function getWorkflow(
  trx: Transaction<DB>,
  args: { projectId: string; workflowId: string },
): Promise<WorkflowDetail> {
  const workflow = await workflowRows(trx, args.projectId)
    .where('w.id', '=', args.workflowId)
    .executeTakeFirst();
  if (workflow === undefined) throw new NotFoundError('That workflow');
  return { ...workflow, tags: await listTags(trx, args) };
}
