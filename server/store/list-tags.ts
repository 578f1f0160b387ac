import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { assertWorkflow } from './assert-workflow';
import { type TagSummary, tagColumns } from './tag-summary';

/** Every branch of a workflow, `main` first, then by name. Throws NotFoundError. */
export async function listTags(
  trx: Transaction<DB>,
  args: { projectId: string; workflowId: string },
): Promise<TagSummary[]> {
  await assertWorkflow(trx, args);
  return trx
    .selectFrom('tag')
    .select(tagColumns)
    .where('tag.project_id', '=', args.projectId)
    .where('tag.workflow_id', '=', args.workflowId)
    .orderBy((eb) => eb('tag.name', '!=', 'main'))
    .orderBy('tag.name')
    .execute();
}
