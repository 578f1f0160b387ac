import { sql, type Transaction } from 'kysely';
import type { ArtifactKind } from '../db/schema/artifact';
import type { DB } from '../db/schema/db';

/** How many branch heads sit at each depth, shallow first; a compacted one starts at 0 again [C1]. */
export async function depthDistribution(
  trx: Transaction<DB>,
  args: { projectId: string },
): Promise<{ depth: number; heads: number }[]> {
  return trx
    .selectFrom('tag as t')
    .innerJoin('artifact as a', (join) =>
      join.onRef('a.project_id', '=', 't.project_id').onRef('a.id', '=', 't.target_id'),
    )
    .leftJoin('artifact as v', (join) =>
      join.onRef('v.project_id', '=', 'a.project_id').onRef('v.compacted_from_id', '=', 'a.id'),
    )
    .select([
      sql<number>`case when v.id is null then a.depth else 0 end`.as('depth'),
      sql<number>`count(distinct a.id)::int`.as('heads'),
    ])
    .where('t.project_id', '=', args.projectId)
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute();
}

export interface CacheHitRate {
  readonly runs: number;
  readonly reused: number;
  readonly linked: number;
  readonly built: number;
  /** Share of runs that found their snapshot; null before the first run. */
  readonly hitRate: number | null;
}

/** [R2] How the runs of a project came by their snapshots. */
export async function cacheHitRate(
  trx: Transaction<DB>,
  args: { projectId: string },
): Promise<CacheHitRate> {
  const row = await trx
    .selectFrom('run')
    .select([
      sql<number>`count(*)::int`.as('runs'),
      sql<number>`(count(*) filter (where snapshot_source = 'reused'))::int`.as('reused'),
      sql<number>`(count(*) filter (where snapshot_source = 'linked'))::int`.as('linked'),
      sql<number>`(count(*) filter (where snapshot_source = 'built'))::int`.as('built'),
    ])
    .where('project_id', '=', args.projectId)
    .executeTakeFirstOrThrow();
  return { ...row, hitRate: row.runs === 0 ? null : (row.reused + row.linked) / row.runs };
}

export interface StorageOfKind {
  readonly kind: ArtifactKind;
  readonly artifacts: number;
  /** Bytes if every artifact had its own copy, and bytes really stored. */
  readonly logicalBytes: number;
  readonly storedBytes: number;
}

/** Bytes by kind of artifact; a blob that two kinds share counts for each. */
export async function storageByKind(
  trx: Transaction<DB>,
  args: { projectId: string },
): Promise<StorageOfKind[]> {
  return trx
    .with('used', (db) =>
      db
        .selectFrom('artifact')
        .select(['kind', 'cas_id', sql<number>`count(*)::int`.as('uses')])
        .where('project_id', '=', args.projectId)
        .groupBy(['kind', 'cas_id']),
    )
    .selectFrom('used')
    .innerJoin('cas_blob as b', (join) =>
      join.onRef('b.cas_id', '=', 'used.cas_id').on('b.project_id', '=', args.projectId),
    )
    .select([
      'used.kind',
      sql<number>`sum(used.uses)::int`.as('artifacts'),
      sql<number>`sum(used.uses * b.size_bytes::bigint)::float8`.as('logicalBytes'),
      sql<number>`sum(b.size_bytes)::float8`.as('storedBytes'),
    ])
    .groupBy('used.kind')
    .orderBy('used.kind')
    .execute();
}

export interface TagChurn {
  readonly tagId: string;
  readonly tagName: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly moves: number;
  readonly undos: number;
  readonly people: number;
}

/** The busiest branches by moves within the last days, at most 20. */
export async function tagChurn(
  trx: Transaction<DB>,
  args: { projectId: string; days: number },
): Promise<TagChurn[]> {
  return trx
    .selectFrom('tag as t')
    .innerJoin('workflow as w', (join) =>
      join.onRef('w.project_id', '=', 't.project_id').onRef('w.id', '=', 't.workflow_id'),
    )
    .innerJoin('tag_move as m', (join) =>
      join.onRef('m.project_id', '=', 't.project_id').onRef('m.tag_id', '=', 't.id'),
    )
    .select([
      't.id as tagId',
      't.name as tagName',
      'w.id as workflowId',
      'w.name as workflowName',
      sql<number>`count(*)::int`.as('moves'),
      sql<number>`(count(*) filter (where m.kind = 'undo'))::int`.as('undos'),
      sql<number>`count(distinct m.actor_id)::int`.as('people'),
    ])
    .where('t.project_id', '=', args.projectId)
    .where(sql<boolean>`t.moved_at > now() - make_interval(days => ${args.days}::int)`)
    .where(sql<boolean>`m.created_at > now() - make_interval(days => ${args.days}::int)`)
    .groupBy(['t.id', 't.name', 'w.id', 'w.name'])
    .orderBy('moves', 'desc')
    .orderBy('t.id')
    .limit(20)
    .execute();
}
