import type { ColumnType } from 'kysely';

/** [A5] One row for each mutation that moves no tag; also its op_id record: [V4]. */
export interface AuditTable {
  project_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  actor_id: ColumnType<string, string, never>;
  op_id: ColumnType<string, string, never>;
  request_hash: ColumnType<Buffer, Buffer, never>;
  action: ColumnType<string, string, never>;
  subject_id: ColumnType<string | null, string | null, never>;
  /** JSON text going in, parsed coming out. */
  result: ColumnType<unknown, string, never>;
  created_at: ColumnType<Date, never, never>;
}
