import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { getVersionSummary } from './get-version-summary';
import { idCursor, type Page, pageOf } from './page';
import { VERSION_KINDS, versionColumns, type VersionSummary } from './version-summary';

export interface DescendantsArgs {
  readonly projectId: string;
  readonly versionId: string;
  /** Children only. */
  readonly direct: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * Versions that came from this one, over parents and merge parents, oldest first. Throws
 * NotFoundError.
 */
export async function listDescendants(
  trx: Transaction<DB>,
  args: DescendantsArgs,
): Promise<Page<VersionSummary>> {
  await getVersionSummary(trx, args);
  const { projectId, versionId } = args;
  const children = sql<{ id: string }>`(
    select a.id from artifact a where a.project_id = ${projectId} and a.parent_id = ${versionId}
    union
    select a.id from artifact a where a.project_id = ${projectId} and a.merge_parent_id = ${versionId})`;
  // UNION on ids alone: a merge diamond is walked once, and no cycle could keep it going.
  const all = sql<{ id: string }>`(
    with recursive down(id) as (
      select ${versionId}::uuid
      union
      select child.id from down
      cross join lateral (
        select a.id from artifact a where a.project_id = ${projectId} and a.parent_id = down.id
        union all
        select a.id from artifact a where a.project_id = ${projectId} and a.merge_parent_id = down.id
      ) child
    ) select id from down where id <> ${versionId})`;
  const rows = await trx
    .selectFrom('artifact')
    .innerJoin((args.direct ? children : all).as('found'), 'found.id', 'artifact.id')
    .select(versionColumns)
    .where('artifact.project_id', '=', projectId)
    .where('artifact.kind', 'in', VERSION_KINDS)
    .$if(args.cursor !== undefined, (query) =>
      query.where('artifact.id', '>', idCursor(args.cursor ?? '')),
    )
    .orderBy('artifact.id')
    .limit(args.limit + 1)
    .execute();
  return pageOf(rows, args.limit, (row) => row.id);
}
