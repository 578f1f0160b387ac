import type { Transaction } from 'kysely';
import { ConflictError, MergeRefusedError } from '@core/errors';
import { assertIJson } from '@core/json/i-json';
import { LIMITS } from '@core/limits';
import type { DB } from '../../db/schema/db';
import type { ProjectScope } from '../../db/transaction';
import { getTag } from '../get-tag';
import { getVersionSummary } from '../get-version-summary';
import { assertSeen, branchNow, type MovedBranch, openBranch } from '../open-branch';
import { storePatch } from '../store-patch';
import type { TagRef } from '../tag-ref';
import { lockTags } from '../lock-tags';
import { type MergePlan, planMerge, type Resolution } from './plan-merge';

export interface CommitArgs extends ProjectScope {
  /** The branch that receives. */
  readonly ref: TagRef;
  /** The versions that were previewed: both sides must still be there. */
  readonly ours: string;
  readonly theirs: string;
  /** The branch that `theirs` is the end of; left out when a version is merged as such. */
  readonly fromTagId?: string | undefined;
  readonly resolutions: readonly Resolution[];
  readonly message?: string | undefined;
  readonly opId: string;
}

/**
 * [M3] Stores what the preview showed as a patch of the receiving branch with `theirs` as its merge
 * parent. Throws ConflictError when either side has moved, MergeRefusedError for conflicts that are
 * open or nothing to merge, the core's errors for a result that may not be stored.
 */
export async function commitMerge(trx: Transaction<DB>, args: CommitArgs): Promise<MovedBranch> {
  const { projectId, ours, theirs, fromTagId, resolutions } = args;
  // A value lies two levels down in the list; how deep it may be where it goes, the patch says.
  assertIJson(resolutions, LIMITS.depth + 2);
  const { id: intoId } = await getTag(trx, { projectId, ref: args.ref });
  await lockTags(trx, { projectId, tagIds: [intoId, ...(fromTagId ? [fromTagId] : [])] });
  const request = [ours, theirs, fromTagId ?? null, resolutions, args.message ?? null];
  const turn = await openBranch(trx, { ...args, action: 'merge.commit', request });
  if ('answer' in turn) return turn.answer;
  const { open } = turn;
  assertSeen(open, ours);
  const from = await sourceOf(trx, args);
  const { tag, head } = open.loaded;
  const { workflowId } = tag;
  const plan = await planMerge(trx, { projectId, workflowId, ours: head.id, theirs, resolutions });
  assertMergeable(plan);
  const message = args.message ?? `Merge ${from} into ${tag.name}`;
  const { dag: after, ops, settled } = plan.merged;
  await storePatch(trx, {
    ...open,
    head: plan.head,
    after,
    ops,
    kind: 'merge',
    message,
    mergeParent: plan.theirs,
    meta: { base: plan.base.id, ...(settled.length > 0 && { resolved: settled }) },
  });
  return branchNow(trx, open);
}

/** What to call the other side; its branch must stand where the person asking saw it. */
async function sourceOf(
  trx: Transaction<DB>,
  { projectId, fromTagId, theirs }: CommitArgs,
): Promise<string> {
  if (fromTagId === undefined) return 'a version';
  const { name, target, seq } = await getTag(trx, { projectId, ref: { tagId: fromTagId } });
  if (target === theirs) return name;
  // [C1] A branch that was pointed at a compaction has moved, but nothing has changed.
  const { compactedFromId } = await getVersionSummary(trx, { projectId, versionId: target });
  if (compactedFromId === theirs) return name;
  throw new ConflictError(`“${name}” has moved on since you looked at it. Look again first.`, {
    head: target,
    seq,
  });
}

function assertMergeable({ upToDate, merged }: MergePlan): void {
  if (upToDate) throw new MergeRefusedError('There is nothing to merge: it is all there already.');
  const { open, problem } = merged;
  if (open.length > 0) {
    const what = open.length === 1 ? 'One conflict is' : `${open.length} conflicts are`;
    throw new MergeRefusedError(`${what} still open.`, { open: [...open] });
  }
  if (problem !== undefined) throw problem;
}
