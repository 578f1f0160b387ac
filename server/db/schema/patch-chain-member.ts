import type { ColumnType } from 'kysely';

/** [V2] A linear append adds one row; a fork copies its bounded prefix. */
export interface PatchChainMemberTable {
  project_id: ColumnType<string, string, never>;
  chain_id: ColumnType<string, string, never>;
  seq: ColumnType<number, number, never>;
  member_id: ColumnType<string, string, never>;
}
