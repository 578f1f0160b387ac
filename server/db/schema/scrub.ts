import type { ColumnType } from 'kysely';

export type ScrubPhase = 'blobs' | 'heads';

/** [V7] How far the scrub of a project has come. */
export interface ScrubTable {
  project_id: ColumnType<string, string, never>;
  phase: ScrubPhase;
  /** The last that was checked in this phase; empty before the first. */
  position: string;
  /** Blobs and heads checked in this pass, or in the last one between passes. */
  checked: number;
  started_at: ColumnType<Date, never, Date>;
  finished_at: ColumnType<Date | null, never, Date>;
}
