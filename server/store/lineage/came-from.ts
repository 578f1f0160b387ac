import { type RawBuilder, sql } from 'kysely';

/**
 * One step of a walk up a lineage, for the artifact `h` of the query around it: what the first version
 * of its chain was made from, what a full document was made from, and what was merged in between.
 */
export function cameFrom(projectId: string): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`(
    select source.id from (
      (select a.parent_id as id from artifact a
       where a.project_id = ${projectId} and a.chain_id = h.chain_id order by a.depth limit 1)
      union all
      select h.parent_id where h.chain_id is null
      union all
      select a.merge_parent_id from artifact a
      where a.project_id = ${projectId} and a.chain_id = h.chain_id and a.depth <= h.depth
        and a.merge_parent_id is not null
    ) source where source.id is not null
  )`;
}
