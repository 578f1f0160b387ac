import type { ColumnType } from 'kysely';

export interface TagTable {
  project_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  workflow_id: ColumnType<string, string, never>;
  name: string;
  target_id: string;
  /** The version the branch was made from. */
  origin_id: ColumnType<string, string, never>;
  /** Number of moves; the next one takes seq + 1 under this row's lock: [T1]. */
  seq: number;
  protected: ColumnType<boolean, boolean | undefined, boolean>;
  created_by: ColumnType<string, string, never>;
  created_at: ColumnType<Date, never, never>;
  moved_by: string;
  moved_at: ColumnType<Date, never, Date>;
}
