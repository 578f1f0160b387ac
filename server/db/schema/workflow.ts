import type { ColumnType } from 'kysely';

export interface WorkflowTable {
  project_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  name: string;
  archived_at: ColumnType<Date | null, never, Date | null>;
  created_by: ColumnType<string, string, never>;
  created_at: ColumnType<Date, never, never>;
}
