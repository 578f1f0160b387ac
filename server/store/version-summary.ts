import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '../db/schema/db';
import { type Person, personOf } from './people';

/** What is known of a version without reading its document. */
export interface VersionSummary {
  readonly id: string;
  readonly workflowId: string;
  readonly kind: 'dag_version' | 'patch_set';
  readonly message: string;
  readonly parentId: string | null;
  /** The version that was merged in, when this is a merge. */
  readonly mergeParentId: string | null;
  /** The version its chain starts from; its own id for a full document. */
  readonly baseVersion: string;
  readonly depth: number;
  readonly generation: number;
  readonly versionHash: string;
  readonly logicHash: string;
  readonly nodesCount: number;
  readonly edgesCount: number;
  readonly compactedFromId: string | null;
  readonly createdBy: Person;
  readonly createdAt: string;
}

/** The kinds that hold a document; runs keep artifacts of other kinds. */
export const VERSION_KINDS = ['dag_version', 'patch_set'] as const;

/** Columns of `artifact` as a VersionSummary; select them only of VERSION_KINDS. */
export function versionColumns(eb: ExpressionBuilder<DB, 'artifact'>) {
  return [
    eb.ref('artifact.id').as('id'),
    eb.ref('artifact.workflow_id').as('workflowId'),
    sql<'dag_version' | 'patch_set'>`artifact.kind`.as('kind'),
    eb.ref('artifact.message').as('message'),
    eb.ref('artifact.parent_id').as('parentId'),
    eb.ref('artifact.merge_parent_id').as('mergeParentId'),
    eb.fn.coalesce('artifact.base_version', 'artifact.id').as('baseVersion'),
    eb.ref('artifact.depth').as('depth'),
    eb.ref('artifact.generation').as('generation'),
    sql<string>`artifact.version_hash`.as('versionHash'),
    sql<string>`artifact.logic_hash`.as('logicHash'),
    sql<number>`artifact.nodes_count`.as('nodesCount'),
    sql<number>`artifact.edges_count`.as('edgesCount'),
    eb.ref('artifact.compacted_from_id').as('compactedFromId'),
    personOf(eb.ref('artifact.created_by')).as('createdBy'),
    instantOf(eb.ref('artifact.created_at')).as('createdAt'),
  ] as const;
}

/** ISO 8601 in UTC, to the millisecond. */
export function instantOf(time: Parameters<typeof sql>[1]) {
  return sql<string>`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
