import type { Transaction } from 'kysely';
import { LIMITS } from '@core/limits';
import { AUTOMATIC_DEPTH } from '@core/version/compaction-rule';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { compactWithin } from './compact';
import type { HeadVersion, TagHead } from './load-tag-head';
import { lockTags } from './lock-tags';

/** Where a patch goes. */
export interface Place {
  readonly baseVersion: string;
  /** The chain that is continued, or the beginning of a new one copied from it; null when nothing is. */
  readonly chainId: string | null;
  /** Members of that chain that the base stands for: without them, it is a new chain. */
  readonly skipped: number;
  readonly depth: number;
}

/**
 * [V2][C1] The place after a head: on along its chain, or onto a compaction of it. A long chain is
 * left for the nearest compaction on it, so that one that edits have overtaken serves all the same;
 * one that reached its end is compacted here and now.
 */
export async function placeAfter(
  trx: Transaction<DB>,
  scope: ProjectScope,
  { tag, head, compactedId }: TagHead,
): Promise<Place> {
  if (compactedId !== null) return onto(compactedId);
  if (head.depth >= AUTOMATIC_DEPTH) {
    const nearest = await nearestCompaction(trx, scope.projectId, head);
    if (nearest !== undefined) {
      const { id: baseVersion, seq: skipped } = nearest;
      return { baseVersion, chainId: head.chainId, skipped, depth: head.depth - skipped + 1 };
    }
  }
  if (head.depth < LIMITS.chainDepth) {
    const { baseVersion, chainId, depth } = head;
    return { baseVersion, chainId, skipped: 0, depth: depth + 1 };
  }
  const { projectId, userId } = scope;
  // Before the head's lock, as everybody takes them: no two can wait for each other.
  await lockTags(trx, { projectId, tagIds: [tag.id] });
  const { versionId } = await compactWithin(trx, { projectId, userId, headId: head.id });
  return onto(versionId);
}

function onto(baseVersion: string): Place {
  return { baseVersion, chainId: null, skipped: 0, depth: 1 };
}

function nearestCompaction(trx: Transaction<DB>, projectId: string, head: HeadVersion) {
  return trx
    .selectFrom('patch_chain_member as m')
    .innerJoin('artifact as v', (join) =>
      join
        .onRef('v.project_id', '=', 'm.project_id')
        .onRef('v.compacted_from_id', '=', 'm.member_id'),
    )
    .select(['v.id', 'm.seq'])
    .where('m.project_id', '=', projectId)
    .where('m.chain_id', '=', head.chainId)
    .where('m.seq', '<=', head.depth)
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
