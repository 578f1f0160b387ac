import { type ExpressionBuilder, sql, type Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import { SYSTEM_ACTOR } from '@core/system-actor';
import type { DB } from '../db/schema/db';
import { type Person, personOf } from './people';
import { instantOf } from './version-summary';

/** One compaction with its proof: the hash recorded before and the hash of what was written. */
export interface Compaction {
  readonly workflowId: string;
  readonly workflowName: string;
  readonly versionId: string;
  readonly compactedFromId: string;
  readonly before: string;
  readonly after: string;
  readonly originalDepth: number;
  readonly originalPatches: number;
  readonly bytes: number;
  readonly compactedBy: Person;
  /** Whether nobody asked for it. */
  readonly automatic: boolean;
  readonly compactedAt: string;
}

type Joined = DB & { v: DB['artifact']; h: DB['artifact']; b: DB['cas_blob']; w: DB['workflow'] };

/** Every compaction of a project; `v` is the full document, `h` the head it equals. */
export function compactions(trx: Transaction<DB>, projectId: string) {
  return trx
    .selectFrom('artifact as v')
    .innerJoin('artifact as h', (join) =>
      join.onRef('h.project_id', '=', 'v.project_id').onRef('h.id', '=', 'v.compacted_from_id'),
    )
    .innerJoin('cas_blob as b', (join) =>
      join.onRef('b.project_id', '=', 'v.project_id').onRef('b.cas_id', '=', 'v.cas_id'),
    )
    .innerJoin('workflow as w', (join) =>
      join.onRef('w.project_id', '=', 'v.project_id').onRef('w.id', '=', 'v.workflow_id'),
    )
    .select(columns)
    .where('v.project_id', '=', projectId)
    .where('v.compacted_from_id', 'is not', null);
}

export async function getCompaction(
  trx: Transaction<DB>,
  key: { projectId: string; versionId: string },
): Promise<Compaction> {
  const row = await compactions(trx, key.projectId)
    .where('v.id', '=', key.versionId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError('That compaction');
  return row;
}

function columns(eb: ExpressionBuilder<Joined, 'v' | 'h' | 'b' | 'w'>) {
  return [
    eb.ref('w.id').as('workflowId'),
    eb.ref('w.name').as('workflowName'),
    eb.ref('v.id').as('versionId'),
    eb.ref('h.id').as('compactedFromId'),
    sql<string>`h.version_hash`.as('before'),
    sql<string>`v.version_hash`.as('after'),
    sql<number>`(v.meta->>'original_depth')::int`.as('originalDepth'),
    sql<number>`(v.meta->>'original_patches')::int`.as('originalPatches'),
    eb.ref('b.size_bytes').as('bytes'),
    personOf(eb.ref('v.created_by')).as('compactedBy'),
    sql<boolean>`v.created_by = ${SYSTEM_ACTOR.id}::uuid`.as('automatic'),
    instantOf(eb.ref('v.created_at')).as('compactedAt'),
  ] as const;
}
