import type { Transaction } from 'kysely';
import { ConflictError } from '@core/errors';
import { compare } from '@core/patch/compare';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { getVersionOf } from './get-version-summary';
import { materializeVersion } from './materialize-version';
import { assertSeen, branchNow, type MovedBranch, openBranch } from './open-branch';
import { headDocument, storePatch } from './store-patch';
import type { TagRef } from './tag-ref';

export interface RestoreArgs extends ProjectScope {
  readonly ref: TagRef;
  readonly versionId: string;
  /** Where the person asking saw the branch. */
  readonly head: string;
  readonly opId: string;
}

/**
 * [T5] The branch as it was at an older version, as a new patch on top: what came after stays in the
 * lineage. Throws ConflictError when the branch has moved on or has that content already,
 * NotFoundError, ForbiddenError, OpIdReusedError.
 */
export async function restore(trx: Transaction<DB>, args: RestoreArgs): Promise<MovedBranch> {
  const { projectId, versionId } = args;
  const request = [versionId, args.head];
  const turn = await openBranch(trx, { ...args, action: 'tag.restore', request });
  if ('answer' in turn) return turn.answer;
  const { open } = turn;
  assertSeen(open, args.head);
  const { workflowId } = open.loaded.tag;
  const version = await getVersionOf(trx, { projectId, workflowId, versionId });
  const [head, old] = [
    await headDocument(trx, open),
    await materializeVersion(trx, { projectId, versionId }),
  ];
  const ops = compare(head.dag, old.dag);
  if (ops.length === 0) throw new ConflictError('The branch is like that already.');
  const message = `Restore “${version.message}”`;
  const meta = { restores: versionId };
  await storePatch(trx, { ...open, head, after: old.dag, ops, kind: 'restore', message, meta });
  return branchNow(trx, open);
}
