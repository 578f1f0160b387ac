import type { ColumnType } from 'kysely';

/** [R2] One snapshot for each plan of a project. */
export interface RunSnapshotIndexTable {
  project_id: ColumnType<string, string, never>;
  plan_hash: ColumnType<string, string, never>;
  logic_hash: ColumnType<string, string, never>;
  snapshot_id: ColumnType<string, string, never>;
  created_at: ColumnType<Date, never, never>;
}
