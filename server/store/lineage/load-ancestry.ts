import { sql, type Transaction } from 'kysely';
import type { Ancestry, Head } from '@core/version/ancestry';
import type { DB } from '../../db/schema/db';
import { cameFrom } from './came-from';

/** The lineages of several versions in one walk: what they share is read once. */
export async function loadAncestry(
  trx: Transaction<DB>,
  args: { projectId: string; headIds: readonly string[] },
): Promise<Ancestry> {
  const { projectId, headIds } = args;
  const { rows } = await sql<Head>`
    with recursive step(id, reached_from) as (
      select unnest(${headIds}::uuid[]), null::uuid
      union
      select came_from.id, step.id from step
      join artifact h on h.project_id = ${projectId} and h.id = step.id
      cross join lateral ${cameFrom(projectId)} came_from
    ),
    onward as (select reached_from as id, json_agg(id) as ids from step where reached_from is not null group by 1)
    select h.id, h.compacted_from_id is not null as "isCompaction",
      case when h.chain_id is not null
        then json_build_object('id', h.chain_id, 'first', first.depth, 'depth', h.depth) end as chain,
      case when onward.ids is not null then onward.ids else '[]'::json end as "cameFrom"
    from (select distinct id from step) head
    -- OFFSET keeps the planner at looking each one up, however many it expects.
    cross join lateral (
      select * from artifact a where a.project_id = ${projectId} and a.id = head.id offset 0
    ) h
    left join onward on onward.id = h.id
    left join lateral (
      select a.depth from artifact a where a.project_id = ${projectId} and a.chain_id = h.chain_id
      order by a.depth limit 1
    ) first on true
    where h.kind in ('dag_version', 'patch_set')
  `.execute(trx);
  return new Map(rows.map((head) => [head.id, head]));
}
