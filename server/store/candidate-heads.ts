import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { type HeadQuery, pickedHeads } from './picked-heads';
import { instantOf } from './version-summary';

/** The head of a branch that could be worth compacting, as it is stored. */
export interface CandidateHead {
  readonly headId: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly tags: { readonly id: string; readonly name: string }[];
  readonly depth: number;
  /** Depth above which it is deep. */
  readonly threshold: number;
  readonly members: number;
  /** Bytes of the patches since the base of its chain, and of that base itself. */
  readonly patchBytes: number;
  readonly baseBytes: number;
  /** What reading the head takes today: the nearest full document and the patches after it. */
  readonly reading: { readonly blobs: number; readonly bytes: number; readonly patchBytes: number };
  /** How often versions of its chain were read from storage within a day, and how long that took. */
  readonly heat: { readonly readings: number; readonly meanMs: number };
  /** When the head itself was last read from storage, by whichever process. */
  readonly materialized: { readonly at: string; readonly ms: number } | null;
  readonly versionHash: string;
  readonly movedAt: string;
}

/** [C2] Heads that have not been compacted and are deep, or of a hot or slow chain; deepest first. */
export async function candidateHeads(
  trx: Transaction<DB>,
  query: HeadQuery,
): Promise<CandidateHead[]> {
  const { projectId } = query;
  const rows = await pickedHeads(trx, query)
    .selectFrom('picked')
    .innerJoin('artifact as h', (join) =>
      join.onRef('h.id', '=', 'picked.id').on('h.project_id', '=', projectId),
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
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('replay_stat as s')
          .select(['s.last_at', 's.last_ms'])
          .whereRef('s.project_id', '=', 'h.project_id')
          .whereRef('s.version_id', '=', 'h.id')
          .orderBy('s.hour', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'h.id as headId',
      'w.id as workflowId',
      'w.name as workflowName',
      'picked.tags',
      'picked.threshold',
      'h.depth',
      'chain.members',
      'chain.bytes as patchBytes',
      'base_blob.size_bytes as baseBytes',
      sql<number>`1 + h.depth - coalesce(nearest.seq, 0)`.as('blobsRead'),
      'chain.bytes_read as patchBytesRead',
      sql<number>`coalesce(nearest.bytes, base_blob.size_bytes)`.as('documentBytesRead'),
      'picked.readings',
      'picked.mean_ms as meanMs',
      'last.last_ms as lastMs',
      instantOf(eb.ref('last.last_at')).as('lastAt'),
      sql<string>`h.version_hash`.as('versionHash'),
      instantOf(eb.ref('picked.moved_at')).as('movedAt'),
    ])
    .orderBy('h.depth', 'desc')
    .orderBy('h.id', 'desc')
    .execute();
  return rows.map(toCandidateHead);
}

interface Row {
  readonly blobsRead: number;
  readonly patchBytesRead: number;
  readonly documentBytesRead: number;
  readonly readings: number;
  readonly meanMs: number;
  readonly lastMs: number | null;
  /** Null like `lastMs`, before the first reading. */
  readonly lastAt: string;
}

function toCandidateHead<R extends Row>(row: R) {
  const { blobsRead, patchBytesRead, documentBytesRead, ...rest } = row;
  const { readings, meanMs, lastMs, lastAt, ...head } = rest;
  return {
    ...head,
    reading: {
      blobs: blobsRead,
      bytes: documentBytesRead + patchBytesRead,
      patchBytes: patchBytesRead,
    },
    heat: { readings, meanMs },
    materialized: lastMs === null ? null : { at: lastAt, ms: tenths(lastMs) },
  };
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
