import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { instantOf } from './version-summary';

export interface Candidate {
  readonly headId: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly tags: { readonly id: string; readonly name: string }[];
  readonly depth: number;
  readonly members: number;
  /** Bytes of the patches since the base, and of the base itself. */
  readonly patchBytes: number;
  readonly baseBytes: number;
  readonly versionHash: string;
  readonly movedAt: string;
}

/**
 * [C2] Heads of branches whose chains are deeper than the threshold (the project's own when left
 * out) and that have not been compacted, deepest first.
 */
export async function listCandidates(
  trx: Transaction<DB>,
  args: { projectId: string; threshold?: number | undefined; limit: number },
): Promise<{ threshold: number; items: Candidate[] }> {
  const { projectId } = args;
  const threshold = args.threshold ?? (await projectThreshold(trx, projectId));
  const items = await trx
    .with('head', (db) =>
      db
        .selectFrom('tag as t')
        .innerJoin('artifact as h', (join) =>
          join.onRef('h.project_id', '=', 't.project_id').onRef('h.id', '=', 't.target_id'),
        )
        .select([
          'h.id',
          sql<
            Candidate['tags']
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
      sql<string>`h.version_hash`.as('versionHash'),
      instantOf(eb.ref('head.moved_at')).as('movedAt'),
    ])
    .orderBy('h.depth', 'desc')
    .orderBy('h.id')
    .limit(args.limit)
    .execute();
  return { threshold, items };
}

async function projectThreshold(trx: Transaction<DB>, projectId: string): Promise<number> {
  const project = await trx
    .selectFrom('project')
    .select('compaction_threshold')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow();
  return project.compaction_threshold;
}
