import type { ColumnType } from 'kysely';

export type DamageKind = 'blob' | 'head';

/** [V7] Something stored that is not what it was, as the scrub last saw it. */
export interface DamageTable {
  project_id: ColumnType<string, string, never>;
  kind: ColumnType<DamageKind, DamageKind, never>;
  /** Address of the blob, or id of the version. */
  subject: ColumnType<string, string, never>;
  /** Where it is found in the log. */
  correlation: ColumnType<string, string, never>;
  found_at: ColumnType<Date, never, never>;
  seen_at: ColumnType<Date, never, Date>;
}
