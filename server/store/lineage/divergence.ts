import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import { type Divergence, divergenceOf } from '@core/version/ancestry';
import type { DB } from '../../db/schema/db';
import { assertWorkflow } from '../assert-workflow';
import { getTag } from '../get-tag';
import { findMergeBase } from './find-merge-base';
import { loadAncestry } from './load-ancestry';

export interface TagDivergence extends Divergence {
  readonly tagId: string;
}

/**
 * [M1] How many versions a branch has that another one (`main` unless named) has not, and the other
 * way round, with the version at which they last met. Throws NotFoundError, also when the other is no branch of the
 * same workflow.
 */
export async function getDivergence(
  trx: Transaction<DB>,
  args: { projectId: string; tagId: string; against?: string | undefined },
): Promise<Divergence & { mergeBase: string | null }> {
  const { projectId, tagId, against } = args;
  const tag = await getTag(trx, { projectId, ref: { tagId } });
  const { workflowId } = tag;
  const ref = against === undefined ? { workflowId, tag: 'main' } : { tagId: against };
  const other = await getTag(trx, { projectId, ref });
  if (other.workflowId !== workflowId) throw new NotFoundError('That branch of the workflow');
  const [ours, theirs] = [tag.target, other.target];
  const [ancestry, base] = await Promise.all([
    loadAncestry(trx, { projectId, headIds: [ours, theirs] }),
    findMergeBase(trx, { projectId, ours, theirs }),
  ]);
  return { ...divergenceOf(ancestry, ours, theirs), mergeBase: base?.id ?? null };
}

/** [M1] The same for every branch of a workflow against its `main`, in one walk. Throws NotFoundError. */
export async function listDivergences(
  trx: Transaction<DB>,
  args: { projectId: string; workflowId: string },
): Promise<TagDivergence[]> {
  await assertWorkflow(trx, args);
  const { projectId, workflowId } = args;
  const tags = await trx
    .selectFrom('tag')
    .select(['id', 'name', 'target_id'])
    .where('project_id', '=', projectId)
    .where('workflow_id', '=', workflowId)
    .orderBy('name')
    .execute();
  const main = tags.find(({ name }) => name === 'main');
  if (main === undefined) return [];
  const headIds = [...new Set(tags.map((tag) => tag.target_id))];
  const ancestry = await loadAncestry(trx, { projectId, headIds });
  return tags.map(({ id, target_id }) => ({
    tagId: id,
    ...divergenceOf(ancestry, target_id, main.target_id),
  }));
}
