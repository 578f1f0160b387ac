import type { ColumnType } from 'kysely';

/** Immutable bytes under `sha256:<hex>`; only `last_seen` may be updated: [V6]. */
export interface CasBlobTable {
  project_id: ColumnType<string, string, never>;
  cas_id: ColumnType<string, string, never>;
  bytes: ColumnType<Buffer, Buffer, never>;
  media_type: ColumnType<string, string, never>;
  size_bytes: ColumnType<number, number, never>;
  created_at: ColumnType<Date, never, never>;
  last_seen: ColumnType<Date, never, Date>;
}
