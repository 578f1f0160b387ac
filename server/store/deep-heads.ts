import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { instantOf } from './version-summary';

/** The head of a branch with a long chain, as it is stored. */
export interface DeepHead {
  readonly headId: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly tags: { readonly id: string; readonly name: string }[];
  readonly depth: number;
  readonly members: number;
  /** Bytes of the patches since the base of its chain, and of that base itself. */
  readonly patchBytes: number;
  readonly baseBytes: number;
  /** What reading the head takes today: the nearest full document and the patches after it. */
  readonly reading: { readonly blobs: number; readonly bytes: number };
  readonly versionHash: string;
  readonly movedAt: string;
}

/** Heads deeper than the threshold that have not been compacted, deepest first. */
export async function deepHeads(
  trx: Transaction<DB>,
  args: { projectId: string; threshold: number; limit: number },
): Promise<DeepHead[]> {
  const { projectId, threshold } = args;
  const rows = await trx
    .with('head', (db) =>
      db
        .selectFrom('tag as t')
        .innerJoin('artifact as h', (join) =>
          join.onRef('h.project_id', '=', 't.project_id').onRef('h.id', '=', 't.target_id'),
        )
        .select([
          'h.id',
          sql<
            DeepHead['tags']
          >`json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)`.as('tags'),
          sql<Date>`max(t.moved_at)`.as('moved_at'),
        ])
        .where('t.project_id', '=', projectId)
        .where('h.depth', '>', threshold)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('artifact as v')
                .whereRef('v.project_id', '=', 'h.project_id')
                .whereRef('v.compacted_from_id', '=', 'h.id'),
            ),
          ),
        )
        .groupBy('h.id'),
    )
    .selectFrom('head')
    .innerJoin('artifact as h', (join) =>
      join.onRef('h.id', '=', 'head.id').on('h.project_id', '=', projectId),
    )
    .innerJoin('workflow as w', (join) =>
      join.onRef('w.project_id', '=', 'h.project_id').onRef('w.id', '=', 'h.workflow_id'),
    )
    .innerJoin('artifact as base', (join) =>
      join.onRef('base.project_id', '=', 'h.project_id').onRef('base.id', '=', 'h.base_version'),
    )
    .innerJoin('cas_blob as base_blob', (join) =>
      join
        .onRef('base_blob.project_id', '=', 'base.project_id')
        .onRef('base_blob.cas_id', '=', 'base.cas_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('patch_chain_member as m')
          .innerJoin('artifact as v', (join) =>
            join
              .onRef('v.project_id', '=', 'm.project_id')
              .onRef('v.compacted_from_id', '=', 'm.member_id'),
          )
          .innerJoin('cas_blob as b', (join) =>
            join.onRef('b.project_id', '=', 'v.project_id').onRef('b.cas_id', '=', 'v.cas_id'),
          )
          .select(['m.seq', 'b.size_bytes as bytes'])
          .whereRef('m.project_id', '=', 'h.project_id')
          .whereRef('m.chain_id', '=', 'h.chain_id')
          .whereRef('m.seq', '<=', 'h.depth')
          .orderBy('m.seq', 'desc')
          .limit(1)
          .as('nearest'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('patch_chain_member as m')
          .innerJoin('artifact as p', (join) =>
            join.onRef('p.project_id', '=', 'm.project_id').onRef('p.id', '=', 'm.member_id'),
          )
          .innerJoin('cas_blob as b', (join) =>
            join.onRef('b.project_id', '=', 'p.project_id').onRef('b.cas_id', '=', 'p.cas_id'),
          )
          .select([
            sql<number>`count(*)::int`.as('members'),
            sql<number>`coalesce(sum(b.size_bytes), 0)::int`.as('bytes'),
            sql<number>`coalesce(sum(b.size_bytes) filter (where m.seq > coalesce(nearest.seq, 0)), 0)::int`.as(
              'bytes_read',
            ),
          ])
          .whereRef('m.project_id', '=', 'h.project_id')
          .whereRef('m.chain_id', '=', 'h.chain_id')
          .whereRef('m.seq', '<=', 'h.depth')
          .as('chain'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'h.id as headId',
      'w.id as workflowId',
      'w.name as workflowName',
      'head.tags',
      'h.depth',
      'chain.members',
      'chain.bytes as patchBytes',
      'base_blob.size_bytes as baseBytes',
      sql<number>`1 + h.depth - coalesce(nearest.seq, 0)`.as('blobsRead'),
      sql<number>`coalesce(nearest.bytes, base_blob.size_bytes) + chain.bytes_read`.as('bytesRead'),
      sql<string>`h.version_hash`.as('versionHash'),
      instantOf(eb.ref('head.moved_at')).as('movedAt'),
    ])
    .orderBy('h.depth', 'desc')
    .orderBy('h.id')
    .limit(args.limit)
    .execute();
  return rows.map(({ blobsRead, bytesRead, ...row }) => ({
    ...row,
    reading: { blobs: blobsRead, bytes: bytesRead },
  }));
}
