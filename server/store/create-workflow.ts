import type { Transaction } from 'kysely';
import { emptyDag } from '@core/dag/document';
import { assertIJson } from '@core/json/i-json';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { audited } from './audited';
import { type CreatedWorkflow, insertWorkflow } from './insert-workflow';

export interface CreateWorkflowArgs extends ProjectScope {
  readonly name: string;
  /** Starts empty when left out. */
  readonly document?: unknown;
  readonly opId: string;
}

/** A new workflow with the branch `main` on its first version. Throws as `insertWorkflow`. */
export function createWorkflow(
  trx: Transaction<DB>,
  args: CreateWorkflowArgs,
): Promise<CreatedWorkflow> {
  const { projectId, userId, opId, name } = args;
  const document = args.document ?? emptyDag();
  assertIJson(document);
  const mutation = {
    projectId,
    userId,
    opId,
    action: 'workflow.create',
    request: [name, document],
  };
  return audited(trx, mutation, async () => {
    const result = await insertWorkflow(trx, { ...args, document, message: 'Create workflow' });
    return { subjectId: result.workflow.id, result };
  });
}
