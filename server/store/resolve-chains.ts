import { sql, type Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { firstOf } from './first-of';
import { VERSION_KINDS } from './version-summary';

export interface ResolvedChain {
  readonly versionId: string;
  readonly baseVersion: string;
  /** Hash of the base, and content address of each member, oldest first: what a plan is made of. */
  readonly baseHash: string;
  readonly members: {
    readonly id: string;
    readonly seq: number;
    readonly casId: string;
  }[];
  /** The nearest compaction to start from instead of the base. */
  readonly compactedBase: {
    readonly id: string;
    readonly compactedFromId: string;
    readonly seq: number;
  } | null;
}

/**
 * [V2] Bases and chains of many heads in one query, each an index range scan; in the order asked
 * for. Throws NotFoundError when one of them is no version of the project.
 */
export async function resolveChains(
  trx: Transaction<DB>,
  args: { projectId: string; versionIds: readonly string[] },
): Promise<ResolvedChain[]> {
  const { projectId, versionIds } = args;
  if (versionIds.length === 0) return [];
  const rows = await trx
    .selectFrom('artifact as h')
    .innerJoin('artifact as b', (join) =>
      join
        .onRef('b.project_id', '=', 'h.project_id')
        .on((eb) => eb('b.id', '=', firstOf(eb.ref('h.base_version'), eb.ref('h.id')))),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('patch_chain_member as m')
          .innerJoin('artifact as p', (join) =>
            join.onRef('p.project_id', '=', 'm.project_id').onRef('p.id', '=', 'm.member_id'),
          )
          .leftJoin('artifact as v', (join) =>
            join
              .onRef('v.project_id', '=', 'm.project_id')
              .onRef('v.compacted_from_id', '=', 'm.member_id'),
          )
          .select([
            sql<ResolvedChain['members']>`json_agg(
              json_build_object('id', m.member_id, 'seq', m.seq, 'casId', p.cas_id) order by m.seq)`.as(
              'members',
            ),
            sql<ResolvedChain['compactedBase']>`(array_agg(
              json_build_object('id', v.id, 'compactedFromId', m.member_id, 'seq', m.seq) order by m.seq desc)
              filter (where v.id is not null))[1]`.as('compactedBase'),
          ])
          .whereRef('m.project_id', '=', 'h.project_id')
          .whereRef('m.chain_id', '=', 'h.chain_id')
          .whereRef('m.seq', '<=', 'h.depth')
          .as('chain'),
      (join) => join.onTrue(),
    )
    .select([
      'h.id as versionId',
      'b.id as baseVersion',
      sql<string>`b.version_hash`.as('baseHash'),
      'chain.members',
      'chain.compactedBase',
    ])
    .where('h.project_id', '=', projectId)
    .where('h.id', 'in', versionIds)
    .where('h.kind', 'in', VERSION_KINDS)
    .execute();
  const byId = new Map(rows.map((row) => [row.versionId, row]));
  return versionIds.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw new NotFoundError('That version');
    return { ...row, members: row.members ?? [] };
  });
}
