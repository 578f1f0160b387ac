import type { ColumnType } from 'kysely';

export type MoveKind =
  'create' | 'edit' | 'undo' | 'redo' | 'revert' | 'restore' | 'merge' | 'compaction' | 'reset';

type Fixed<T> = ColumnType<T, T, never>;
type FixedOptional<T> = ColumnType<T | null, T | null | undefined, never>;

/** [T1] Append-only; `hash` is filled in by the database and chains each move to the one before. */
export interface TagMoveTable {
  project_id: Fixed<string>;
  tag_id: Fixed<string>;
  seq: Fixed<number>;
  kind: Fixed<MoveKind>;
  from_id: FixedOptional<string>;
  to_id: Fixed<string>;
  actor_id: Fixed<string>;
  op_id: FixedOptional<string>;
  request_hash: FixedOptional<Buffer>;
  undo_top: FixedOptional<number>;
  redo_top: FixedOptional<number>;
  below: FixedOptional<number>;
  target_seq: FixedOptional<number>;
  hash: ColumnType<Buffer, never, never>;
  created_at: ColumnType<Date, never, never>;
}
