import type { Transaction } from 'kysely';
import { OpIdReusedError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { getTag } from './get-tag';
import { getVersionOf } from './get-version-summary';
import { insertTag } from './insert-tag';
import { lockOpId } from './lock-op-id';
import { requestHash } from './request-hash';
import type { TagSummary } from './tag-summary';

export interface CreateTagArgs extends ProjectScope {
  readonly workflowId: string;
  readonly name: string;
  readonly versionId: string;
  readonly opId: string;
}

/**
 * [M1] A new branch at any version of the workflow, instantly: nothing is copied. Throws
 * NameTakenError, NotFoundError, OpIdReusedError.
 */
export async function createTag(trx: Transaction<DB>, args: CreateTagArgs): Promise<TagSummary> {
  const { projectId, workflowId, versionId, opId } = args;
  const hash = requestHash('tag.create', [workflowId, args.name, versionId]);
  const [, earlier] = await Promise.all([lockOpId(trx, args), findEarlier(trx, args)]);
  if (earlier !== undefined) {
    if (earlier.request_hash?.equals(hash) !== true) throw new OpIdReusedError(opId);
    const tag = await getTag(trx, { projectId, ref: { tagId: earlier.tag_id } });
    return { ...tag, name: args.name, target: versionId, seq: 1, movedAt: tag.createdAt };
  }
  await getVersionOf(trx, { projectId, workflowId, versionId });

  const tagId = await insertTag(trx, {
    ...args,
    target: versionId,
    record: { opId, requestHash: hash },
  });
  return getTag(trx, { projectId, ref: { tagId } });
}

function findEarlier(trx: Transaction<DB>, args: CreateTagArgs) {
  return trx
    .selectFrom('tag_move')
    .select(['tag_id', 'request_hash'])
    .where('project_id', '=', args.projectId)
    .where('actor_id', '=', args.userId)
    .where('op_id', '=', args.opId)
    .executeTakeFirst();
}
