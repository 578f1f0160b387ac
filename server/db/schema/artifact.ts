import type { ColumnType } from 'kysely';

export type ArtifactKind = 'dag_version' | 'patch_set' | 'run_manifest' | 'run_snapshot';

type Fixed<T> = ColumnType<T, T, never>;
type FixedOptional<T> = ColumnType<T | null, T | null | undefined, never>;

/** [V1] Never updated but for `last_seen`. */
export interface ArtifactTable {
  project_id: Fixed<string>;
  id: Fixed<string>;
  workflow_id: Fixed<string>;
  kind: Fixed<ArtifactKind>;
  cas_id: Fixed<string>;
  message: ColumnType<string, string | undefined, never>;
  parent_id: FixedOptional<string>;
  merge_parent_id: FixedOptional<string>;
  base_version: FixedOptional<string>;
  chain_id: FixedOptional<string>;
  depth: ColumnType<number, number | undefined, never>;
  generation: ColumnType<number, number | undefined, never>;
  op_count: ColumnType<number, number | undefined, never>;
  version_hash: FixedOptional<string>;
  logic_hash: FixedOptional<string>;
  plan_hash: FixedOptional<string>;
  nodes_count: FixedOptional<number>;
  edges_count: FixedOptional<number>;
  compacted_from_id: FixedOptional<string>;
  touches: ColumnType<string[], string[] | undefined, never>;
  /** JSON text going in, parsed coming out. */
  meta: ColumnType<unknown, string | null | undefined, never>;
  created_by: Fixed<string>;
  created_at: ColumnType<Date, never, never>;
  last_seen: ColumnType<Date, never, Date>;
}
