import { sql, type Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { audited } from './audited';

export interface ChangedWorkflow {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

/** Throws NotFoundError. */
export function renameWorkflow(
  trx: Transaction<DB>,
  args: ProjectScope & { workflowId: string; name: string; opId: string },
): Promise<ChangedWorkflow> {
  const { projectId, userId, opId, workflowId, name } = args;
  const mutation = {
    projectId,
    userId,
    opId,
    action: 'workflow.rename',
    request: [workflowId, name],
  };
  return audited(trx, mutation, async () => {
    const row = await trx
      .updateTable('workflow')
      .set({ name })
      .where('project_id', '=', projectId)
      .where('id', '=', workflowId)
      .returning(changedColumns)
      .executeTakeFirst();
    return { subjectId: workflowId, result: found(row) };
  });
}

/** Takes a workflow out of the lists, or brings it back; nothing of it is deleted. */
export function archiveWorkflow(
  trx: Transaction<DB>,
  args: ProjectScope & { workflowId: string; archived: boolean; opId: string },
): Promise<ChangedWorkflow> {
  const { projectId, userId, opId, workflowId, archived } = args;
  const mutation = {
    projectId,
    userId,
    opId,
    action: 'workflow.archive',
    request: [workflowId, archived],
  };
  return audited(trx, mutation, async () => {
    const row = await trx
      .updateTable('workflow')
      .set({ archived_at: archived ? sql<Date>`now()` : null })
      .where('project_id', '=', projectId)
      .where('id', '=', workflowId)
      .returning(changedColumns)
      .executeTakeFirst();
    return { subjectId: workflowId, result: found(row) };
  });
}

const changedColumns = [
  'id',
  'name',
  sql<boolean>`archived_at is not null`.as('archived'),
] as const;

function found(row: ChangedWorkflow | undefined): ChangedWorkflow {
  if (row === undefined) throw new NotFoundError('That workflow');
  return row;
}
