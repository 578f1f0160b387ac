import type { ColumnType } from 'kysely';

/** better-auth's people; read here for names, written by better-auth. */
export interface AuthUserTable {
  id: ColumnType<string, string | undefined, never>;
  name: string;
  email: string;
  emailVerified: boolean;
  image: ColumnType<string | null, string | null | undefined, string | null>;
  createdAt: ColumnType<Date, Date | undefined, never>;
  updatedAt: ColumnType<Date, Date | undefined, Date>;
}
