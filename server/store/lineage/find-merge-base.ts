import { sql, type Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import { reachOf } from './lineage-of';

export interface MergeBase {
  readonly id: string;
  readonly generation: number;
  /** Lowest common ancestors there are to choose from; more than one after merges across. */
  readonly candidates: number;
}

/**
 * [M3] The lowest common ancestor of two versions over parents and merge parents; of several the one
 * of the highest generation, then the smallest id. Never a compaction, but the version it equals
 * ([C1]). Undefined when they have nothing in common.
 */
export async function findMergeBase(
  trx: Transaction<DB>,
  args: { projectId: string; ours: string; theirs: string },
): Promise<MergeBase | undefined> {
  const { projectId, ours, theirs } = args;
  // What both lineages have in common is again a prefix of each chain. Its ends are the only
  // candidates, and one of them is lowest unless a common version came from it elsewhere.
  const { rows } = await sql<MergeBase>`
    with ours as (select * from ${reachOf({ projectId, headId: ours })} ours),
    theirs as (select * from ${reachOf({ projectId, headId: theirs })} theirs),
    common as (
      select ours.chain_id, least(ours.depth, theirs.depth) as depth
      from ours join theirs on theirs.chain_id = ours.chain_id
    ),
    last as (
      select a.id, a.generation from common
      join artifact a on a.project_id = ${projectId} and a.chain_id = common.chain_id and a.depth = common.depth
      union all
      select a.id, a.generation from common
      join artifact a on a.project_id = ${projectId} and a.id = common.chain_id
      where common.depth = 0
    )
    select last.id, last.generation, count(*) over ()::int as candidates from last
    where not exists (
      select from (
        select last.id
        union all
        select v.id from artifact v where v.project_id = ${projectId} and v.compacted_from_id = last.id
      ) equal
      cross join lateral (
        select c.chain_id, c.depth from artifact c
        where c.project_id = ${projectId} and c.parent_id = equal.id
        union all
        select c.chain_id, c.depth from artifact c
        where c.project_id = ${projectId} and c.merge_parent_id = equal.id
      ) child
      join common on common.chain_id = child.chain_id and child.depth <= common.depth
    )
    order by last.generation desc, last.id
    limit 1
  `.execute(trx);
  return rows[0];
}
