import type { ColumnType } from 'kysely';

export type RunStatus = 'QUEUED' | 'RUNNING' | 'CANCELLING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
export type SnapshotSource = 'reused' | 'linked' | 'built';

type Fixed<T> = ColumnType<T, T, never>;

export interface RunTable {
  project_id: Fixed<string>;
  id: Fixed<string>;
  workflow_id: Fixed<string>;
  tag_id: Fixed<string | null>;
  tag_name: Fixed<string | null>;
  version_id: Fixed<string>;
  manifest_id: Fixed<string>;
  snapshot_id: Fixed<string>;
  plan_hash: Fixed<string>;
  snapshot_source: Fixed<SnapshotSource>;
  /** Name of each branch to the version it pointed at; JSON text going in. */
  tags_snapshot: ColumnType<Record<string, string>, string, never>;
  status: ColumnType<RunStatus, RunStatus | undefined, RunStatus>;
  correlation_id: Fixed<string>;
  submitted_by: Fixed<string>;
  submitted_at: ColumnType<Date, never, never>;
}
