import type { ColumnType } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

/** [C2] What reading a version from its stored bytes cost within one hour; kept for some days. */
export interface ReplayStatTable {
  project_id: Fixed<string>;
  version_id: Fixed<string>;
  hour: Fixed<Date>;
  replays: number;
  total_ms: number;
  last_ms: number;
  last_at: Date;
}
