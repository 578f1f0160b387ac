import type { Transaction } from 'kysely';
import { NameTakenError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { isTaken, opIdError } from './raced-error';

export interface NewTag extends ProjectScope {
  readonly workflowId: string;
  readonly name: string;
  readonly target: string;
  readonly record?: { readonly opId: string; readonly requestHash: Buffer };
}

/** [M1] A branch and its first move. Throws NameTakenError. Gives the tag's id. */
export async function insertTag(trx: Transaction<DB>, tag: NewTag): Promise<string> {
  const id = newId();
  try {
    await trx
      .insertInto('tag')
      .values({
        project_id: tag.projectId,
        id,
        workflow_id: tag.workflowId,
        name: tag.name,
        target_id: tag.target,
        origin_id: tag.target,
        seq: 1,
        created_by: tag.userId,
        moved_by: tag.userId,
      })
      .execute();
    await trx
      .insertInto('tag_move')
      .values({
        project_id: tag.projectId,
        tag_id: id,
        seq: 1,
        kind: 'create',
        to_id: tag.target,
        actor_id: tag.userId,
        op_id: tag.record?.opId ?? null,
        request_hash: tag.record?.requestHash ?? null,
      })
      .execute();
  } catch (error) {
    if (isTaken(error, 'tag_project_id_workflow_id_name_key'))
      throw new NameTakenError('branch', tag.name);
    throw opIdError(error, tag.record?.opId);
  }
  return id;
}
