import type { ColumnType } from 'kysely';
import type { Role } from './membership';

export interface ApiTokenTable {
  project_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  user_id: ColumnType<string, string, never>;
  name: ColumnType<string, string, never>;
  role: ColumnType<Role, Role, never>;
  /** SHA-256 of the token; the token itself is shown once and kept nowhere. */
  token_hash: ColumnType<Buffer, Buffer, never>;
  created_by: ColumnType<string, string, never>;
  created_at: ColumnType<Date, never, never>;
  last_used_at: ColumnType<Date | null, never, Date>;
  expires_at: ColumnType<Date | null, Date | null | undefined, never>;
  revoked_at: ColumnType<Date | null, never, Date>;
}
