import type { ColumnType, Generated } from 'kysely';

export interface ProjectTable {
  id: ColumnType<string, string, never>;
  name: string;
  demo: ColumnType<boolean, boolean | undefined, never>;
  compaction_threshold: Generated<number>;
  created_by: ColumnType<string, string, never>;
  created_at: ColumnType<Date, never, never>;
  op_id: ColumnType<string, string, never>;
}
