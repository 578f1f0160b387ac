import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { ArtifactTable } from '../../db/schema/artifact';
import { bornIn, cameFrom } from './came-from';

interface Head {
  readonly projectId: string;
  readonly headId: string;
}

/** How far a lineage runs along one chain. */
export interface Reach {
  readonly chain_id: string;
  readonly depth: number;
}

/**
 * [V2] A lineage, over parents and merge parents, is a prefix of each chain it runs through: this is
 * the highest depth in each, as a subquery. A full document counts as a chain of its own, of depth 0
 * and with its own id; compactions, being nobody's edit, are left out ([C2]). No rows when the head
 * is no version.
 */
export function reachOf({ projectId, headId }: Head): RawBuilder<Reach> {
  // UNION on ids alone: what two branches share is walked once, and no cycle could keep it going.
  return sql<Reach>`(
    with recursive head(id) as (
      select ${headId}::uuid
      union
      select came_from.id from head
      join artifact h on h.project_id = ${projectId} and h.id = head.id
      cross join lateral ${cameFrom(projectId)} came_from
    )
    select case when h.chain_id is not null then h.chain_id else h.id end as chain_id, max(h.depth) as depth
    from head
    -- OFFSET keeps the planner at looking each one up, however many it expects.
    cross join lateral (
      select * from artifact a where a.project_id = ${projectId} and a.id = head.id offset 0
    ) h
    where h.kind in ('dag_version', 'patch_set') and h.compacted_from_id is null
    group by 1
  )`;
}

/**
 * Every version that the head came from and the head itself, each once and in no order, as a
 * subquery with the columns of `artifact`. It costs what is read of them: 10,000 versions are some
 * hundred range scans.
 */
export function lineageOf(head: Head): RawBuilder<Selectable<ArtifactTable>> {
  return sql<Selectable<ArtifactTable>>`(
    with reach as (select * from ${reachOf(head)} reach)
    select born.* from reach cross join lateral ${bornIn(head.projectId, 'reach')} born
    union all
    select a.* from reach
    join artifact a on a.project_id = ${head.projectId} and a.id = reach.chain_id
    where reach.depth = 0
  )`;
}
