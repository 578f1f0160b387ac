import { type RawBuilder, sql } from 'kysely';

/**
 * One step of a walk up a lineage, for the artifact `h` of the query around it: what the first
 * version of its chain was made from, what a full document was made from, and what was merged in
 * between.
 */
export function cameFrom(projectId: string): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`(
    select source.id from (
      (select a.parent_id as id from artifact a
       where a.project_id = ${projectId} and a.chain_id = h.chain_id order by a.depth limit 1)
      union all
      select h.parent_id where h.chain_id is null
      union all
      select born.merge_parent_id from ${bornIn(projectId, 'h')} born
    ) source where source.id is not null
  )`;
}

/**
 * The versions that were born in the chain of `row`, up to its depth: one range scan. Fenced off by
 * OFFSET 0, for the planner has no idea how short a lineage is and would rather read all of the table.
 */
export function bornIn(projectId: string, row: 'h' | 'reach') {
  return sql`(
    select a.* from artifact a
    where a.project_id = ${projectId} and a.chain_id = ${sql.ref(`${row}.chain_id`)}
      and a.depth <= ${sql.ref(`${row}.depth`)}
    offset 0
  )`;
}
