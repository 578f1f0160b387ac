import type { ColumnType } from 'kysely';

export type Role = 'viewer' | 'analyst' | 'reviewer' | 'admin';

export interface MembershipTable {
  project_id: ColumnType<string, string, never>;
  user_id: ColumnType<string, string, never>;
  role: Role;
  created_at: ColumnType<Date, never, never>;
}
